package io.tapstack.patterns.rule.network;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which services the roles of a template may call by their identity policies, and when. Found once for each validation.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_identity-vs-resource.html">Identity policies</a>
 */
final class RoleRights {

    private static final String ROLE = "AWS::IAM::Role";

    /** The policies that are resources of their own, and the properties that name their roles. */
    private static final Map<String, String> POLICIES = Map.of(
            "AWS::IAM::Policy", "Roles",
            "AWS::IAM::ManagedPolicy", "Roles",
            "AWS::IAM::RolePolicy", "RoleName");

    private static final Map<String, AwsService> SERVICES = services();

    private final Map<String, Map<AwsService, Presence>> all = new HashMap<>();
    private final Map<String, Map<AwsService, Presence>> byCode = new HashMap<>();

    private static Map<String, AwsService> services() {
        Map<String, AwsService> services = new HashMap<>();
        for (AwsService service : AwsService.known()) {
            services.put(service.prefix(), service);
        }
        return Collections.unmodifiableMap(services);
    }

    private RoleRights(TemplateContext context) {
        Map<Element, Map<String, Presence>> holders = new IdentityHashMap<>();
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            if (statement.allows() && !statement.isTrust()) {
                Map<String, Presence> roles =
                        holders.computeIfAbsent(statement.element(), element -> holders(context, element));
                if (!roles.isEmpty()) {
                    add(statement, roles);
                }
            }
        }
    }

    /** The rights of the roles of a template. */
    static RoleRights of(TemplateContext context) {
        RoleRights kept = context.kept(RoleRights.class);
        return kept == null ? context.keep(RoleRights.class, new RoleRights(context)) : kept;
    }

    /** The services whose actions a role is allowed, sorted. */
    Map<AwsService, Presence> services(String role) {
        return Collections.unmodifiableMap(all.getOrDefault(role, Map.of()));
    }

    /** Those of them that code alone calls: Lambda does none of these actions for a function, from outside the network. */
    Map<AwsService, Presence> servicesOfCode(String role) {
        return Collections.unmodifiableMap(byCode.getOrDefault(role, Map.of()));
    }

    /** The roles that have the policies of a resource. */
    private static Map<String, Presence> holders(TemplateContext context, Element element) {
        if (Existence.isOf(element, ROLE)) {
            return Map.of(element.name(), Presence.ALWAYS);
        }
        Map<String, Presence> roles = new TreeMap<>();
        Resource policy = element.resource();
        String property = policy == null ? null : POLICIES.get(policy.resourceType());
        if (property != null) {
            for (Node names : Node.property(context, element, property)) {
                for (Node name : names.items()) {
                    roles.merge(Targets.key(name), Presence.of(name.guard()), Presence::or);
                }
            }
        }
        return roles;
    }

    private void add(PolicyStatement statement, Map<String, Presence> roles) {
        Map<AwsService, Presence> called = new TreeMap<>();
        Map<AwsService, Presence> calledByCode = new TreeMap<>();
        for (Node action : statement.items("Action")) {
            String text = action.text().orElse("");
            AwsService service = SERVICES.get(text.substring(0, Math.max(0, text.indexOf(':'))));
            if (service != null) {
                Presence when = Presence.of(action.guard());
                called.merge(service, when, Presence::or);
                if (!LambdaCalls.includes(text)) {
                    calledByCode.merge(service, when, Presence::or);
                }
            }
        }
        roles.forEach((role, when) -> {
            merge(all.computeIfAbsent(role, name -> new TreeMap<>()), called, when);
            merge(byCode.computeIfAbsent(role, name -> new TreeMap<>()), calledByCode, when);
        });
    }

    private static void merge(Map<AwsService, Presence> all, Map<AwsService, Presence> more, Presence when) {
        more.forEach((service, called) -> all.merge(service, called.and(when), Presence::or));
    }
}
