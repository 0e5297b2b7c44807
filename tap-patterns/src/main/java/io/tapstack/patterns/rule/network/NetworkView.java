package io.tapstack.patterns.rule.network;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Region;
import io.tapstack.patterns.rule.Existence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The parts of a template that decide who reaches what: endpoints, routes, security groups, and the rights of roles. */
final class NetworkView {

    private static final String HTTPS = "443";

    private final Template template;

    /** The resources that are surely there whenever the function is. */
    private final List<Resource> sure = new ArrayList<>();

    NetworkView(TemplateContext context, Element function) {
        this.template = context.template();
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null && Existence.isThereWith(context, element, function)) {
                sure.add(resource);
            }
        }
    }

    Set<String> subnetsOf(Resource function) {
        return targets(Values.at(function.properties(), "VpcConfig", "SubnetIds"));
    }

    Set<String> securityGroupsOf(Resource function) {
        return targets(Values.at(function.properties(), "VpcConfig", "SecurityGroupIds"));
    }

    /** The services whose actions the role of a function is allowed, sorted. */
    Set<AwsService> servicesCalledBy(Resource function) {
        return services(function, action -> true);
    }

    /** Those of them that code alone calls: Lambda does none of these actions for a function, from outside the network. */
    Set<AwsService> servicesCalledByCode(Resource function) {
        return services(function, action -> !LambdaCalls.includes(action));
    }

    private Set<AwsService> services(Resource function, Predicate<String> counts) {
        String role = Values.target(Values.at(function.properties(), "Role"));
        Set<AwsService> services = new TreeSet<>();
        if (role == null) {
            return services;
        }
        for (Resource resource : template.resources()) {
            if (resource.resourceType().equals("AWS::IAM::Role")
                    && resource.logicalId().name().equals(role)) {
                addServices(Values.at(resource.properties(), "Policies"), counts, services);
            } else if (resource.resourceType().equals("AWS::IAM::Policy")
                    && targets(resource.properties().find("Roles")).contains(role)) {
                addServices(resource.properties().find("PolicyDocument"), counts, services);
            }
        }
        return services;
    }

    private static void addServices(@Nullable Value<?> policy, Predicate<String> counts, Set<AwsService> services) {
        for (ObjectValue<?> statement : Values.objectsWith(policy, "Action")) {
            if (!Values.isLiteral(statement.members().find("Effect"), "Allow")) {
                continue;
            }
            for (Value<?> action : Values.items(statement.members().find("Action"))) {
                for (AwsService service : AwsService.known()) {
                    if (action instanceof Literal<?> literal
                            && literal.text().startsWith(service.prefix() + ":")
                            && counts.test(literal.text())) {
                        services.add(service);
                    }
                }
            }
        }
    }

    /** The subnets whose route table has a route to a gateway endpoint of a service. */
    Set<String> subnetsRoutedTo(AwsService service) {
        Set<String> tables = new LinkedHashSet<>();
        for (Resource endpoint : endpoints(service, "Gateway")) {
            tables.addAll(targets(endpoint.properties().find("RouteTableIds")));
        }
        Set<String> subnets = new LinkedHashSet<>();
        for (Resource association : ofType("AWS::EC2::SubnetRouteTableAssociation")) {
            String table = Values.target(association.properties().find("RouteTableId"));
            String subnet = Values.target(association.properties().find("SubnetId"));
            if (table != null && subnet != null && tables.contains(table)) {
                subnets.add(subnet);
            }
        }
        return subnets;
    }

    /**
     * The security groups of the interface endpoints of a service whose policy lets a function in. One that names other roles only
     * is not meant for it: what its role may do there is done by Lambda itself, from outside the network.
     */
    Set<String> endpointGroups(AwsService service, Resource function) {
        String role = Values.target(Values.at(function.properties(), "Role"));
        Set<String> groups = new LinkedHashSet<>();
        for (Resource endpoint : endpoints(service, "Interface")) {
            if (letsIn(endpoint, role) && hasPrivateName(endpoint)) {
                groups.addAll(targets(endpoint.properties().find("SecurityGroupIds")));
            }
        }
        return groups;
    }

    /** Whether code that calls the usual name of the service comes to the endpoint. */
    private static boolean hasPrivateName(Resource endpoint) {
        return !Values.isLiteral(endpoint.properties().find("PrivateDnsEnabled"), "false");
    }

    private static boolean letsIn(Resource endpoint, @Nullable String role) {
        List<ObjectValue<?>> statements =
                Values.objectsWith(endpoint.properties().find("PolicyDocument"), "Principal");
        for (ObjectValue<?> statement : statements) {
            for (Value<?> principal : principals(statement.members().find("Principal"))) {
                String target = Values.target(principal);
                if (target == null || target.equals(role)) {
                    return true;
                }
            }
        }
        return statements.isEmpty();
    }

    private static List<Value<?>> principals(@Nullable Value<?> principal) {
        if (!(principal instanceof ObjectValue<?> kinds)) {
            return Values.items(principal);
        }
        List<Value<?>> all = new ArrayList<>();
        for (int i = 0; i < kinds.members().size(); i++) {
            all.addAll(Values.items(kinds.members().valueAt(i)));
        }
        return all;
    }

    private List<Resource> endpoints(AwsService service, String type) {
        List<Resource> found = new ArrayList<>();
        for (Resource endpoint : ofType("AWS::EC2::VPCEndpoint")) {
            Value<?> serviceName = endpoint.properties().find("ServiceName");
            if (Values.isLiteral(endpoint.properties().find("VpcEndpointType"), type)
                    && service.endpointServiceName().equals(serviceName)) {
                found.add(endpoint);
            }
        }
        return found;
    }

    /** Whether one of the groups lets HTTPS out to the prefix list of a service. */
    boolean letsOutToPrefixList(Set<String> groups, AwsService service) {
        for (PropertyBag rule : rules(groups, "SecurityGroupEgress", "AWS::EC2::SecurityGroupEgress")) {
            if (allowsHttps(rule) && isPrefixListOf(rule.find("DestinationPrefixListId"), service)) {
                return true;
            }
        }
        return false;
    }

    private boolean isPrefixListOf(@Nullable Value<?> list, AwsService service) {
        if (list == null) {
            return false;
        }
        List<String> ids = prefixListIds(list);
        for (String id : ids) {
            for (Region region : Region.known()) {
                if (region.prefixLists().containsValue(id)
                        && !id.equals(region.prefixLists().get(service))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** The ids that a value can be; none if it is known only when the stack is created. */
    private List<String> prefixListIds(Value<?> list) {
        List<String> ids = new ArrayList<>();
        if (list instanceof Literal<?> literal) {
            ids.add(literal.text());
        } else if (list instanceof FindInMap<?> lookup) {
            List<Value<?>> arguments = Values.items(lookup.argument());
            for (Mapping mapping : template.mappings()) {
                if (Values.isLiteral(arguments.get(0), mapping.logicalId().name())) {
                    addColumn(mapping, arguments.get(2), ids);
                }
            }
        }
        return ids;
    }

    private static void addColumn(Mapping mapping, Value<?> column, List<String> ids) {
        if (!(column instanceof Literal<?> key)) {
            return;
        }
        for (String row : mapping.entries().names()) {
            if (Values.at(mapping.entries(), row, key.text()) instanceof Literal<?> id) {
                ids.add(id.text());
            }
        }
    }

    /** Whether one of the groups lets HTTPS out to one of the others. */
    boolean letsOutToGroup(Set<String> from, Set<String> to) {
        for (PropertyBag rule : rules(from, "SecurityGroupEgress", "AWS::EC2::SecurityGroupEgress")) {
            String target = Values.target(rule.find("DestinationSecurityGroupId"));
            if (allowsHttps(rule) && target != null && to.contains(target)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of the groups lets HTTPS in from one of the others. */
    boolean letsInFromGroup(Set<String> groups, Set<String> from) {
        for (PropertyBag rule : rules(groups, "SecurityGroupIngress", "AWS::EC2::SecurityGroupIngress")) {
            String source = Values.target(rule.find("SourceSecurityGroupId"));
            if (allowsHttps(rule) && source != null && from.contains(source)) {
                return true;
            }
        }
        return false;
    }

    private static boolean allowsHttps(PropertyBag rule) {
        return Values.isLiteral(rule.find("IpProtocol"), "tcp")
                && Values.isLiteral(rule.find("FromPort"), HTTPS)
                && Values.isLiteral(rule.find("ToPort"), HTTPS);
    }

    /** The rules of groups: those inside them and those that stand alone. */
    private List<PropertyBag> rules(Set<String> groups, String inside, String alone) {
        List<PropertyBag> rules = new ArrayList<>();
        for (Resource resource : sure) {
            if (resource.resourceType().equals("AWS::EC2::SecurityGroup")
                    && groups.contains(resource.logicalId().name())) {
                for (Value<?> rule : Values.items(resource.properties().find(inside))) {
                    if (rule instanceof ObjectValue<?> object) {
                        rules.add(object.members());
                    }
                }
            } else if (resource.resourceType().equals(alone)) {
                String group = Values.target(resource.properties().find("GroupId"));
                if (group != null && groups.contains(group)) {
                    rules.add(resource.properties());
                }
            }
        }
        return rules;
    }

    private List<Resource> ofType(String type) {
        List<Resource> found = new ArrayList<>();
        for (Resource resource : sure) {
            if (resource.resourceType().equals(type)) {
                found.add(resource);
            }
        }
        return found;
    }

    private static Set<String> targets(@Nullable Value<?> values) {
        Set<String> targets = new LinkedHashSet<>();
        for (Value<?> value : Values.items(values)) {
            String target = Values.target(value);
            if (target != null) {
                targets.add(target);
            }
        }
        return targets;
    }
}
