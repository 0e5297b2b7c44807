package io.tapstack.patterns.rule.iam;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import io.tapstack.patterns.rule.lambda.InlineCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** A role of functions may do what their code in the template never calls. */
public final class UnusedPermission extends ResourceRule {

    private static final String FUNCTION = "AWS::Lambda::Function";
    private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    /** What Lambda itself does for a function that a stream feeds. */
    private static final Set<String> READS_STREAM = Set.of(
            "DescribeStream",
            "DescribeStreamSummary",
            "GetRecords",
            "GetShardIterator",
            "ListShards",
            "ListStreams",
            "SubscribeToShard");

    /** Calls of other names that an action is needed for. */
    private static final Map<String, List<String>> OTHER_CALLS = Map.of(
            "BatchWriteItem", List.of("batch_writer("),
            "ConditionCheckItem", List.of("transact_write_items("),
            "DeleteItem", List.of("batch_writer(", "transact_write_items("),
            "GetItem", List.of("transact_get_items("),
            "PartiQLDelete", List.of("execute_statement(", "execute_transaction("),
            "PartiQLInsert", List.of("execute_statement(", "execute_transaction("),
            "PartiQLSelect", List.of("execute_statement(", "execute_transaction("),
            "PartiQLUpdate", List.of("execute_statement(", "execute_transaction("),
            "PutItem", List.of("batch_writer(", "transact_write_items("),
            "UpdateItem", List.of("transact_write_items("));

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Roles allow what the code calls";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(FUNCTION);
    }

    /** Judged once for each role, if all functions that take it on have their code in the template. */
    @Override
    protected boolean judges(TemplateContext context, Element element) {
        List<Element> users = users(context, role(context, element));
        return !users.isEmpty()
                && users.get(0) == element
                && users.stream()
                        .noneMatch(user -> InlineCode.python(context, user).isEmpty());
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        String role = role(context, element);
        List<Element> users = users(context, role);
        StringBuilder code = new StringBuilder();
        for (Element user : users) {
            InlineCode.python(context, user).forEach(way -> way.text().ifPresent(code::append));
        }
        boolean fed = isFed(context, users);
        for (PolicyStatement statement : PolicyStatement.of(context, role)) {
            if (!statement.isTrust() && statement.allows()) {
                statement.items("Action").forEach(action -> check(code.toString(), fed, action, sink));
            }
        }
    }

    private static void check(String code, boolean fed, Node action, FindingSink sink) {
        String text = action.text().orElse("");
        if (!text.startsWith("dynamodb:") && !text.startsWith("kinesis:") || text.indexOf('*') >= 0) {
            return;
        }
        String name = text.substring(text.indexOf(':') + 1);
        if (!(fed && READS_STREAM.contains(name)) && !isCalled(code, name)) {
            sink.report(action.place(), "The code never calls " + text + ".", "Remove the action.");
        }
    }

    /** Whether the method of the Python client is called, or named as a text: {@code PutItem} is {@code put_item}. */
    private static boolean isCalled(String code, String action) {
        String method = WORDS.matcher(action).replaceAll("_").toLowerCase(Locale.ROOT);
        return code.contains(method + "(")
                || code.contains("'" + method + "'")
                || code.contains("\"" + method + "\"")
                || OTHER_CALLS.getOrDefault(action, List.of()).stream().anyMatch(code::contains);
    }

    private static String role(TemplateContext context, Element function) {
        String name = Node.property(context, function, "Role").get(0).target().orElse("");
        return context.resource(name) == null ? "" : name;
    }

    private static List<Element> users(TemplateContext context, String role) {
        List<Element> users = new ArrayList<>();
        for (Element function : Users.of(context, context.find(Section.RESOURCES, role), FUNCTION)) {
            if (role(context, function).equals(role)) {
                users.add(function);
            }
        }
        return users;
    }

    private static boolean isFed(TemplateContext context, List<Element> functions) {
        return functions.stream()
                .anyMatch(function -> !Users.of(context, function, "AWS::Lambda::EventSourceMapping")
                        .isEmpty());
    }
}
