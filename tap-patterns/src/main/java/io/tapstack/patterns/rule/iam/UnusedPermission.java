package io.tapstack.patterns.rule.iam;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import io.tapstack.patterns.rule.When;
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

    /** Judged once for each role, if all functions that take it on have all of their code in the template. */
    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return roles(context, element).stream().anyMatch(role -> isJudged(context, element, role));
    }

    private static boolean isJudged(TemplateContext context, Element element, String role) {
        List<Element> users = users(context, role);
        return !users.isEmpty()
                && users.get(0) == element
                && users.stream()
                        .allMatch(user -> Node.at(context, user, "Code", "ZipFile").stream()
                                .allMatch(InlineCode::isPython));
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (String role : roles(context, element)) {
            if (isJudged(context, element, role)) {
                check(context, role, sink);
            }
        }
    }

    private static void check(TemplateContext context, String role, FindingSink sink) {
        List<Element> users = users(context, role);
        List<Node> codes = new ArrayList<>();
        users.forEach(user -> codes.addAll(InlineCode.python(context, user)));
        When fed = isFed(context, users);
        for (PolicyStatement statement : PolicyStatement.of(context, role)) {
            if (!statement.isTrust() && statement.allows()) {
                statement.items("Action").forEach(action -> check(context, users, codes, fed, action, sink));
            }
        }
    }

    private static void check(
            TemplateContext context, List<Element> users, List<Node> codes, When fed, Node action, FindingSink sink) {
        String text = action.text().orElse("");
        if (!text.startsWith("dynamodb:") && !text.startsWith("kinesis:") || text.indexOf('*') >= 0) {
            return;
        }
        String name = text.substring(text.indexOf(':') + 1);
        When called = When.any(codes, code -> isCalled(code.text().orElse(""), name));
        When needed = READS_STREAM.contains(name) ? called.or(fed) : called;
        for (Element user : users) {
            Guard together = Guard.and(action.guard(), user.guard());
            if (!needed.covers(context, together)) {
                Place place = Place.of(action.place().element(), action.place().path(), together);
                sink.report(needed.missing(context, place), "The code never calls " + text + ".", "Remove the action.");
                return;
            }
        }
    }

    /** Whether the method of the Python client is called, or named as a text: {@code PutItem} is {@code put_item}. */
    private static boolean isCalled(String code, String action) {
        String method = WORDS.matcher(action).replaceAll("_").toLowerCase(Locale.ROOT);
        return code.contains("." + method + "(")
                || code.contains("'" + method + "'")
                || code.contains("\"" + method + "\"")
                || OTHER_CALLS.getOrDefault(action, List.of()).stream().anyMatch(code::contains);
    }

    /** The roles of the template that a function takes on, in one way or another. */
    private static List<String> roles(TemplateContext context, Element function) {
        return Node.property(context, function, "Role").stream()
                .flatMap(role -> role.target().stream())
                .filter(role -> context.resource(role) != null)
                .distinct()
                .toList();
    }

    private static List<Element> users(TemplateContext context, String role) {
        List<Element> users = new ArrayList<>();
        for (Element function : Users.of(context, context.find(Section.RESOURCES, role), FUNCTION)) {
            if (roles(context, function).contains(role)) {
                users.add(function);
            }
        }
        return users;
    }

    /** When a stream feeds one of the functions; a queue of the template is none. */
    private static When isFed(TemplateContext context, List<Element> functions) {
        When fed = When.never();
        for (Element function : functions) {
            for (Element mapping : Users.of(context, function, "AWS::Lambda::EventSourceMapping")) {
                fed = fed.or(When.any(
                        Node.property(context, mapping, "EventSourceArn"), source -> !isQueue(context, source)));
            }
        }
        return fed;
    }

    private static boolean isQueue(TemplateContext context, Node source) {
        return Existence.isOf(context.find(Section.RESOURCES, source.target().orElse("")), "AWS::SQS::Queue");
    }
}
