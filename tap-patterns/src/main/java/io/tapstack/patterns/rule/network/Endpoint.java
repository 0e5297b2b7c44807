package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A VPC endpoint: for which services, for which roles, and where. Remembers its answers. */
final class Endpoint {

    private final TemplateContext context;
    private final Element element;
    private final Map<AwsService, Presence> services;
    private final Map<String, Presence> roles = new HashMap<>();
    private Presence everybody = Presence.NEVER;
    private @Nullable List<Node> groups;

    /** An endpoint, and when it is one of which services. */
    Endpoint(TemplateContext context, Element element, Map<AwsService, Presence> services) {
        this.context = context;
        this.element = element;
        this.services = services;
        for (Node policy : Node.property(context, element, "PolicyDocument")) {
            if (policy.isAbsent()) {
                everybody = everybody.or(Presence.of(policy.guard()));
            }
        }
        for (PolicyStatement statement : PolicyStatement.of(context, element.name())) {
            if (statement.allows()) {
                principals(statement).forEach(this::add);
            } else if (statement.unknownEffect().isPresent()) {
                everybody = everybody.or(Presence.unknown(statement.node().guard()));
            }
        }
        for (Node unread : PolicyStatement.unread(context)) {
            if (unread.place().element() == element) {
                everybody = everybody.or(Presence.unknown(unread.guard()));
            }
        }
    }

    private static List<Node> principals(PolicyStatement statement) {
        List<Node> all = new ArrayList<>();
        for (Node principal : statement.node().member("Principal")) {
            if (principal.names().isEmpty()) {
                all.addAll(principal.items());
            }
            for (String kind : principal.names()) {
                principal.member(kind).forEach(list -> all.addAll(list.items()));
            }
        }
        return all;
    }

    /** A principal is a role of the template, or a text or parameter that may be any role. */
    private void add(Node principal) {
        Presence named = Presence.of(principal.guard());
        String target = Targets.of(principal).orElse("");
        if (context.resource(target) != null) {
            roles.merge(target, named, Presence::or);
        } else if (context.find(Section.PARAMETERS, target) != null) {
            everybody = everybody.or(Presence.unknown(principal.guard()));
        } else {
            everybody = everybody.or(named);
        }
    }

    /** When it is an endpoint of a service. */
    Presence isOf(AwsService service) {
        return services.getOrDefault(service, Presence.NEVER);
    }

    /** When the policy lets a role in; one that names other roles only does not. */
    Presence letsIn(String role) {
        return everybody.or(roles.getOrDefault(role, Presence.NEVER));
    }

    /** When code that calls the usual name of the service comes to it. */
    Presence hasPrivateName() {
        List<Node> flags = Node.property(context, element, "PrivateDnsEnabled");
        return Presence.of(flags, element.guard(), flag -> {
            if (flag.isUnknown()) {
                return Answer.UNKNOWN;
            }
            return flag.is("false") ? Answer.NO : Answer.YES;
        });
    }

    /** Its security groups, in all their ways; an absent one where it takes what its network has. */
    List<Node> groups() {
        List<Node> known = groups;
        if (known == null) {
            known = new ArrayList<>();
            for (Node list : Node.property(context, element, "SecurityGroupIds")) {
                known.addAll(list.items());
                known.addAll(list.voids());
            }
            groups = known;
        }
        return Collections.unmodifiableList(known);
    }

    /** Its route tables, in all their ways. */
    List<Node> routeTables() {
        List<Node> tables = new ArrayList<>();
        for (Node list : Node.property(context, element, "RouteTableIds")) {
            tables.addAll(list.items());
        }
        return tables;
    }
}
