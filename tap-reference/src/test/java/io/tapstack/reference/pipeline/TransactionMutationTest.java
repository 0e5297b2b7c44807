package io.tapstack.reference.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Pipeline A broken on purpose: whatever is taken away, a rule misses it. */
class TransactionMutationTest {

    private static final CloudFormationFacts FACTS = CloudFormationFacts.bundled();
    private static final TemplateValidator VALIDATOR =
            StructuralRules.validator().with(new FunctionReachesServices());

    private final Template template = new TransactionPipeline().template();

    @Test
    void isFreeOfFindings() {
        ValidationResult result = VALIDATOR.validate(template);

        assertThat(result.findings()).isEmpty();
        assertThat(result.judged("FunctionReachesServices")).isPositive();
    }

    /** Every required property at every depth, one at a time. */
    @Test
    void missesEachRequiredProperty() {
        Map<String, Template> mutants = new LinkedHashMap<>();
        for (Resource resource : template.resources()) {
            ResourceFacts facts = FACTS.resource(resource.resourceType()).orElseThrow();
            for (Deletion deletion : deletions(resource.properties(), facts, facts, "")) {
                mutants.put(resource + deletion.path, replace(resource, resource.withProperties(deletion.rest)));
            }
        }

        assertThat(mutants).hasSizeGreaterThan(80);
        assertThat(survivors(mutants, finding -> finding.ruleId().equals("MissingProperty")))
                .isEmpty();
    }

    /** Every resource that another one, or an output, refers to. */
    @Test
    void missesEachTarget() {
        Map<String, Template> mutants = new LinkedHashMap<>();
        String everything = template.resources().stream()
                        .map(resource ->
                                resource.properties() + " " + resource.options().dependsOn())
                        .toList()
                + template.outputs().toString();
        for (Resource resource : template.resources()) {
            if (everything.matches("(?s).*[\"{\\[ ]" + resource.logicalId() + "[\".}\\], ].*")) {
                mutants.put("without " + resource, replace(resource, null));
            }
        }

        assertThat(mutants).hasSizeGreaterThan(20);
        assertThat(survivors(mutants, finding -> finding.ruleId().startsWith("Dangling")))
                .isEmpty();
    }

    /** Every rule that lets traffic to a service out or in, and every route to it. */
    @Test
    void missesEachWayToAService() {
        Map<String, Template> mutants = new LinkedHashMap<>();
        for (Resource resource : template.resources()) {
            String type = resource.resourceType();
            if (type.equals("AWS::EC2::SecurityGroupEgress")
                    || type.equals("AWS::EC2::SecurityGroupIngress")
                    || type.equals("AWS::EC2::SubnetRouteTableAssociation")) {
                mutants.put("without " + resource, replace(resource, null));
            }
            if (resource.logicalId().name().equals("LambdaSecurityGroup")) {
                mutants.put(
                        "prefix list rule to S3 instead of DynamoDB",
                        replace(resource, resource.withProperties(toPrefixList(resource, "pl-63a5400a"))));
                mutants.put("no prefix list rule", replace(resource, resource.withProperties(toNowhere(resource))));
            }
            if (resource.logicalId().name().equals("DynamoDBVPCEndpoint")) {
                mutants.put("without " + resource, replace(resource, null));
            }
        }

        assertThat(mutants).hasSize(10);
        assertThat(survivors(mutants, finding -> finding.ruleId().equals("FunctionReachesServices")))
                .isEmpty();
    }

    private static PropertyBag toPrefixList(Resource group, String prefixList) {
        return withEgress(group, firstEgress(group).with("DestinationPrefixListId", Value.of(prefixList)));
    }

    /** Without any rule for egress the group would let everything out. */
    private static PropertyBag toNowhere(Resource group) {
        PropertyBag rule = firstEgress(group).without("DestinationPrefixListId");
        return withEgress(group, rule.with("CidrIp", Value.of("127.0.0.1/32")));
    }

    private static PropertyBag firstEgress(Resource group) {
        ListValue<?> rules =
                (ListValue<?>) group.properties().get("SecurityGroupEgress").orElseThrow();
        return ((ObjectValue<?>) rules.items().get(0)).members();
    }

    private static PropertyBag withEgress(Resource group, PropertyBag rule) {
        return group.properties().with("SecurityGroupEgress", ListValue.ofAny(List.of(MapValue.ofAny(rule))));
    }

    private static List<String> survivors(Map<String, Template> mutants, Function<Finding, Boolean> isTheRightOne) {
        List<String> survivors = new ArrayList<>();
        mutants.forEach((name, mutant) -> {
            boolean caught = VALIDATOR.validate(mutant).findings().stream()
                    .anyMatch(finding -> finding.severity() == Severity.ERROR && isTheRightOne.apply(finding));
            if (!caught) {
                survivors.add(name);
            }
        });
        return survivors;
    }

    private Template replace(Resource old, @Nullable Resource replacement) {
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : template.resources()) {
            if (!resource.logicalId().equals(old.logicalId())) {
                resources.add(resource);
            } else if (replacement != null) {
                resources.add(replacement);
            }
        }
        return template.toBuilder().resources(resources).build();
    }

    private static List<Deletion> deletions(PropertyBag bag, Shape shape, ResourceFacts facts, String path) {
        List<Deletion> deletions = new ArrayList<>();
        for (PropertyFacts property : shape.requiredProperties()) {
            if (bag.has(property.name())) {
                deletions.add(new Deletion(path + "/" + property.name(), bag.without(property.name())));
            }
        }
        for (String name : bag.names()) {
            PropertyFacts property = shape.property(name).orElse(null);
            if (property != null) {
                Value<?> value = bag.get(name).orElseThrow();
                for (Changed changed : inside(value, property.type(), facts, path + "/" + name)) {
                    deletions.add(new Deletion(changed.path, bag.with(name, changed.value)));
                }
            }
        }
        return deletions;
    }

    private static List<Changed> inside(Value<?> value, PropertyType type, ResourceFacts facts, String path) {
        List<Changed> changes = new ArrayList<>();
        if (type instanceof StructType struct && value instanceof ObjectValue<?> object) {
            Shape shape = facts.type(struct.name()).orElseThrow();
            for (Deletion deletion : deletions(object.members(), shape, facts, path)) {
                changes.add(new Changed(deletion.path, MapValue.ofAny(deletion.rest)));
            }
        } else if (type instanceof ListType list && value instanceof ListValue<?> items) {
            for (int i = 0; i < items.items().size(); i++) {
                for (Changed changed : inside(items.items().get(i), list.element(), facts, path + "/" + i)) {
                    List<Value<?>> others = new ArrayList<>(items.items());
                    others.set(i, changed.value);
                    changes.add(new Changed(changed.path, ListValue.ofAny(others)));
                }
            }
        }
        return changes;
    }

    private record Deletion(String path, PropertyBag rest) {}

    private record Changed(String path, Value<?> value) {}
}
