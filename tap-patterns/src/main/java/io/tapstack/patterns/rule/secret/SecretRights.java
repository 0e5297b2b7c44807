package io.tapstack.patterns.rule.secret;

import io.tapstack.model.facts.Wildcards;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the policies of a role let it do with a secret. */
final class SecretRights {

    private static final TreeMap<String, String> POLICIES = new TreeMap<>();

    static {
        POLICIES.put("AWS::IAM::ManagedPolicy", "Roles");
        POLICIES.put("AWS::IAM::Policy", "Roles");
        POLICIES.put("AWS::IAM::RolePolicy", "RoleName");
    }

    /** Policies of AWS that allow everything with secrets. */
    private static final Pattern WIDE =
            Pattern.compile(".*:policy/(AdministratorAccess|PowerUserAccess|SecretsManagerReadWrite)");

    private final TemplateContext context;
    private final Element role;
    private final String secret;
    private final Set<String> names = new HashSet<>();

    SecretRights(TemplateContext context, Element role, String secret) {
        this.context = context;
        this.role = role;
        this.secret = secret;
        Element declared = context.find(Section.RESOURCES, secret);
        if (declared != null) {
            for (Node name : Node.property(context, declared, "Name")) {
                name.text().ifPresent(names::add);
            }
        }
    }

    /** Whether an action is allowed whenever a guard is so, and never denied then. What nobody knows of is taken to allow it. */
    boolean allow(String action, @Nullable Guard guard) {
        Rights rights = new Rights(action);
        rights.add(role, When.always());
        POLICIES.forEach((type, property) -> {
            for (Element policy : Existence.ofType(context, type)) {
                When attached = When.never();
                for (Node list : Node.property(context, policy, property)) {
                    attached = attached.or(When.any(list.items(), this::isRole));
                }
                rights.add(policy, attached);
            }
        });
        for (Node list : Node.property(context, role, "ManagedPolicyArns")) {
            list.items().forEach(rights::addManaged);
        }
        return rights.allowed.covers(context, guard) && !rights.denied.meets(context, guard);
    }

    private boolean isRole(Node node) {
        String text = Mentions.written(node.value());
        return text.equals("${" + role.name() + "}")
                || Node.property(context, role, "RoleName").stream()
                        .anyMatch(name -> !text.isEmpty() && text.equals(Mentions.written(name.value())));
    }

    /** Whether the pattern of an action means it; capitals do not count. */
    static boolean fits(String pattern, String action) {
        return Wildcards.match(pattern.toLowerCase(Locale.ROOT), action.toLowerCase(Locale.ROOT));
    }

    private boolean isSecret(Node resource) {
        String text = Mentions.written(resource.value());
        return Mentions.of(resource.value()).contains(secret)
                || isAnySecret(text)
                || names.stream().anyMatch(name -> text.contains(":secret:" + name));
    }

    private static boolean isAnySecret(String text) {
        return text.equals("*")
                || text.startsWith("arn:")
                        && (text.endsWith(":secret:*") || text.endsWith(":*") && text.contains(":secretsmanager:"));
    }

    /** What is said of one action. */
    private final class Rights {

        private final Predicate<Node> isAction;
        private When allowed = When.never();
        private When denied = When.never();

        Rights(String action) {
            this.isAction = node -> fits(node.text().orElse(""), action);
        }

        void add(Element policy, When attached) {
            if (attached.isNever()) {
                return;
            }
            for (PolicyStatement statement : PolicyStatement.of(context, policy.name())) {
                When said = attached.and(named(statement, "Action", isAction))
                        .and(named(statement, "Resource", SecretRights.this::isSecret));
                if (statement.allows() && !statement.isTrust()) {
                    allowed = allowed.or(said);
                } else if (statement.denies()) {
                    denied = denied.or(said.and(When.any(statement.node().member("Condition"), Node::isAbsent)));
                }
            }
        }

        void addManaged(Node policy) {
            Element declared = context.find(Section.RESOURCES, policy.target().orElse(""));
            if (declared != null) {
                add(declared, When.of(policy.guard()));
            } else if (policy.isUnknown() && policy.target().isPresent()
                    || WIDE.matcher(Mentions.written(policy.value())).matches()) {
                allowed = allowed.or(When.of(policy.guard()));
            }
        }

        /** When a statement means something by a list, or by a list of all that it does not mean. */
        private When named(PolicyStatement statement, String member, Predicate<Node> passes) {
            When named = When.any(statement.items(member), passes);
            for (Node others : statement.node().member("Not" + member)) {
                List<Node> items = others.items();
                if (!items.isEmpty() && items.stream().noneMatch(passes)) {
                    named = named.or(When.of(others.guard()));
                }
            }
            return named;
        }
    }
}
