package io.tapstack.patterns.rule.iam;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A statement of any policy in a template: of roles, keys, buckets, queues, topics, secrets, endpoints, trust and APIs alike. */
final class PolicyStatement {

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

    private PolicyStatement(Element element, Node node, String property) {
        this.element = element;
        this.node = node;
        this.property = property;
    }

    /** All statements of a template, in order; what conditions make impossible is left out. */
    static List<PolicyStatement> all(TemplateContext context) {
        return statements(context).all;
    }

    /** The statements in the policies of a resource, in order. */
    static List<PolicyStatement> of(TemplateContext context, String logicalId) {
        return statements(context).byName.getOrDefault(logicalId, List.of());
    }

    private static Statements statements(TemplateContext context) {
        Statements kept = context.kept(Statements.class);
        return kept == null ? context.keep(Statements.class, new Statements(find(context))) : kept;
    }

    private static List<PolicyStatement> find(TemplateContext context) {
        List<PolicyStatement> found = new ArrayList<>();
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource == null) {
                continue;
            }
            for (String property : PROPERTIES) {
                if (resource.properties().has(property)) {
                    for (Node node : Node.property(context, element, property)) {
                        collect(element, node, property, found);
                    }
                }
            }
        }
        return found;
    }

    private static void collect(Element element, Node node, String property, List<PolicyStatement> found) {
        for (Node item : node.items()) {
            if (!(item.value() instanceof ObjectValue<?> object)) {
                continue;
            }
            if (object.members().has("Statement")) {
                for (Node list : item.member("Statement")) {
                    for (Node statement : list.items()) {
                        found.add(new PolicyStatement(element, statement, property));
                    }
                }
            } else if (object.members().has("PolicyDocument")) {
                for (Node document : item.member("PolicyDocument")) {
                    collect(element, document, property, found);
                }
            }
        }
    }

    Element element() {
        return element;
    }

    Node node() {
        return node;
    }

    /** Whether it stands in the policy of a key or a secret, where the resource {@code *} means just that key or secret. */
    boolean isAboutItself() {
        return property.equals("KeyPolicy") || property.equals("ResourcePolicy");
    }

    /** Whether it says who may take on a role. */
    boolean isTrust() {
        return property.equals("AssumeRolePolicyDocument");
    }

    boolean allows() {
        return node.member("Effect").stream().anyMatch(effect -> effect.is("Allow"));
    }

    /** Its name; empty if it has none. */
    String sid() {
        return node.member("Sid").stream()
                .flatMap(sid -> sid.text().stream())
                .findFirst()
                .orElse("");
    }

    /** What stands in a list of it, such as its actions. */
    List<Node> items(String member) {
        List<Node> items = new ArrayList<>();
        for (Node list : node.member(member)) {
            items.addAll(list.items());
        }
        return items;
    }

    boolean has(String member) {
        return node.value() instanceof ObjectValue<?> object && object.members().has(member);
    }

    private static final class Statements {

        private final List<PolicyStatement> all;
        private final Map<String, List<PolicyStatement>> byName = new HashMap<>();

        Statements(List<PolicyStatement> all) {
            this.all = all;
            for (PolicyStatement statement : all) {
                byName.computeIfAbsent(statement.element.name(), name -> new ArrayList<>())
                        .add(statement);
            }
        }
    }
}
