package io.tapstack.patterns.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the condition of a statement demands of one key, in one of its ways: an operator, the key and the values. All tests of a way must
 * hold at once for the statement to count.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html">Operators of
 *     conditions</a>
 */
public final class ConditionTest {

    /** Operators that hold for the values that stand there only; all others hold for what nobody has written down. */
    private static final Set<String> NAMING = Set.of(
            "arnequals",
            "arnlike",
            "binaryequals",
            "bool",
            "dateequals",
            "ipaddress",
            "numericequals",
            "stringequals",
            "stringequalsignorecase",
            "stringlike");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^}]*}");
    private static final Pattern EVERYTHING =
            Pattern.compile("[*?]+|0\\.0\\.0\\.0/0|::/0|arn:\\*|arn:[^:]*:[^:]*:[^:]*:(:\\*+|\\*+:([\\w-]*[:/])?\\*+)");

    private final Node condition;
    private final String operator;
    private final String key;
    private final Node values;

    private ConditionTest(Node condition, String operator, String key, Node values) {
        this.condition = condition;
        this.operator = operator.toLowerCase(Locale.ROOT);
        this.key = key.toLowerCase(Locale.ROOT);
        this.values = values;
    }

    /** The tests of a statement, in all ways of its condition. */
    static List<ConditionTest> of(Node statement) {
        List<ConditionTest> tests = new ArrayList<>();
        for (Node condition : statement.member("Condition")) {
            for (String operator : condition.names()) {
                for (Node keys : condition.member(operator)) {
                    for (String key : keys.names()) {
                        keys.member(key)
                                .forEach(values -> tests.add(new ConditionTest(condition, operator, key, values)));
                    }
                }
            }
        }
        return tests;
    }

    /** The condition that holds it, in one of its ways; the same node for all tests of that way. */
    public Node condition() {
        return condition;
    }

    /** The operator, in lower-case letters: {@code stringequals}, {@code foranyvalue:stringlike}, {@code boolifexists}. */
    public String operator() {
        return operator;
    }

    /** The key, in lower-case letters, since capitals do not count in keys: {@code aws:sourcearn}. */
    public String key() {
        return key;
    }

    /** The values, in one of their ways. */
    public Node values() {
        return values;
    }

    /** Whether it is of this operator, and each of its values is this one. */
    public boolean says(String wantedOperator, String wantedKey, String value) {
        List<Node> items = values.items();
        return operator.equals(wantedOperator)
                && key.equals(wantedKey)
                && !items.isEmpty()
                && items.stream().allMatch(item -> item.is(value));
    }

    /**
     * Whether it holds for certain values only: not for all but some, not where the key is missing, and not for anything. What a
     * function will give counts as a certain value.
     */
    public boolean binds() {
        String plain = operator.startsWith("foranyvalue:") ? operator.substring("foranyvalue:".length()) : operator;
        List<Node> items = values.items();
        return NAMING.contains(plain) && !items.isEmpty() && items.stream().noneMatch(item -> isOpen(plain, item));
    }

    private static boolean isOpen(String operator, Node value) {
        String text = Mentions.written(value.value());
        return operator.equals("bool") ? text.equalsIgnoreCase("false") : isEverything(text);
    }

    /** Whether a text stands for any principal, resource or address: only wildcards, or an ARN of any account and anything in it. */
    public static boolean isEverything(String text) {
        return EVERYTHING.matcher(PLACEHOLDER.matcher(text).replaceAll("x")).matches();
    }
}
