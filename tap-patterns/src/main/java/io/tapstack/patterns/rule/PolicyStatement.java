package io.tapstack.patterns.rule;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A statement of any policy in a template: of roles, keys, buckets, queues, topics, secrets, endpoints, trust and APIs alike. One that
 * allows in one scenario and denies in another is two statements, each with its guard. Found once for each validation.
 */
public final class PolicyStatement {

    /** The properties that hold policies, or lists of objects with policies. */
    private static final List<String> PROPERTIES = List.of(
            "AssumeRolePolicyDocument",
            "FileSystemPolicy",
            "KeyPolicy",
            "Policies",
            "Policy",
            "PolicyDocument",
            "PolicyText",
            "RepositoryPolicyText",
            "ResourcePolicy",
            "AccessPolicies");

    private final Element element;
    private final Node node;
    private final String property;
    private final Node effect;
    private @Nullable List<ConditionTest> tests;

    private PolicyStatement(Element element, Node node, String property, Node effect) {
        this.element = element;
        this.node = node.within(effect.guard());
        this.property = property;
        this.effect = effect;
    }

    /** All statements of a template, in order; what conditions make impossible is left out. */
    public static List<PolicyStatement> all(TemplateContext context) {
        return statements(context).all;
    }

    /** The statements in the policies of a resource, in order. */
    public static List<PolicyStatement> of(TemplateContext context, String logicalId) {
        return statements(context).byName.getOrDefault(logicalId, List.of());
    }

    /** Where policies and statements should stand of which nobody knows what they say: functions, and texts. */
    public static List<Node> unread(TemplateContext context) {
        return statements(context).unread;
    }

    private static Statements statements(TemplateContext context) {
        Statements kept = context.kept(Statements.class);
        return kept == null ? context.keep(Statements.class, new Statements(context)) : kept;
    }

    /** The resource that holds it. */
    public Element element() {
        return element;
    }

    /** Where it stands. */
    public Node node() {
        return node;
    }

    /** Whether it stands in the policy of a key or a secret, where the resource {@code *} means just that key or secret. */
    public boolean isAboutItself() {
        return property.equals("KeyPolicy") || property.equals("ResourcePolicy");
    }

    /** Whether it says who may take on a role. */
    public boolean isTrust() {
        return property.equals("AssumeRolePolicyDocument");
    }

    /** Whether it allows something. */
    public boolean allows() {
        return effect.is("Allow");
    }

    /** Whether it denies something. */
    public boolean denies() {
        return effect.is("Deny");
    }

    /** Where it says whether it allows or denies, if that is not known; empty if it is. */
    public Optional<Node> unknownEffect() {
        return effect.isUnknown() ? Optional.of(effect) : Optional.empty();
    }

    /** What stands in a list of it, such as its actions. */
    public List<Node> items(String member) {
        List<Node> items = new ArrayList<>();
        for (Node list : node.member(member)) {
            items.addAll(list.items());
        }
        return items;
    }

    /** Its names, one for each way; an absent node if it has none. */
    public List<Node> sids() {
        return node.member("Sid");
    }

    /** What its condition demands, in all ways. */
    public List<ConditionTest> tests() {
        List<ConditionTest> known = tests;
        if (known == null) {
            known = ConditionTest.of(node);
            tests = known;
        }
        return known;
    }

    /** When its condition demands certain values of one of some keys, so that it does not count for whoever has others. */
    public When isBoundBy(Predicate<String> key) {
        When bound = When.never();
        for (ConditionTest test : tests()) {
            if (test.binds() && key.test(test.key())) {
                bound = bound.or(When.of(test.values().guard()));
            }
        }
        return bound;
    }

    /** When nobody knows what its condition demands. */
    public When hasUnknownCondition() {
        return When.any(node.member("Condition"), Node::isUnknown);
    }

    /** The statements of a template, sorted out once for each validation. */
    private static final class Statements {

        private final List<PolicyStatement> all = new ArrayList<>();
        private final List<Node> unread = new ArrayList<>();
        private final Map<String, List<PolicyStatement>> byName = new HashMap<>();

        Statements(TemplateContext context) {
            for (Element element : context.elements(Section.RESOURCES)) {
                Resource resource = element.resource();
                if (resource != null) {
                    boolean chosen = Functions.choice(resource.properties()) != null;
                    for (String property : PROPERTIES) {
                        if (chosen || resource.properties().has(property)) {
                            Node.property(context, element, property).forEach(node -> collect(element, node, property));
                        }
                    }
                }
            }
            for (PolicyStatement statement : all) {
                byName.computeIfAbsent(statement.element.name(), name -> new ArrayList<>())
                        .add(statement);
            }
        }

        private void collect(Element element, Node node, String property) {
            for (Node item : node.items()) {
                if (isUnread(item)) {
                    unread.add(item);
                } else if (item.has("Statement")) {
                    for (Node list : item.member("Statement")) {
                        list.items().forEach(statement -> add(element, statement, property));
                    }
                } else if (item.has("PolicyDocument")) {
                    item.member("PolicyDocument").forEach(document -> collect(element, document, property));
                }
            }
        }

        private void add(Element element, Node statement, String property) {
            if (isUnread(statement)) {
                unread.add(statement);
            } else if (statement.value() instanceof ObjectValue<?>) {
                for (Node effect : statement.member("Effect")) {
                    all.add(new PolicyStatement(element, statement, property, effect));
                }
            }
        }

        /** A policy that is written as a text begins like any object of JSON. */
        private static boolean isUnread(Node node) {
            return node.isUnknown()
                    || node.value() instanceof Literal<?> literal
                            && literal.text().strip().startsWith("{");
        }
    }
}
