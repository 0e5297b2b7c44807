package io.tapstack.model.validation;

import io.tapstack.model.facts.AttributeFacts;
import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Makes random templates of real types that, by the facts, nothing is wrong with. */
final class ValidTemplates {

    private static final CloudFormationFacts FACTS = CloudFormationFacts.bundled();

    private final Random random;
    private final List<GenericResource> resources = new ArrayList<>();
    private final Template.Builder template = Template.builder();

    private ValidTemplates(long seed) {
        this.random = new Random(seed);
    }

    /** A template of so many resources; the same for the same seed. */
    static Template of(long seed, int size) {
        return new ValidTemplates(seed).make(size);
    }

    private Template make(int size) {
        template.addParameters(Parameter.of(
                LogicalId.of("Suffix"), PropertyBag.of("Type", Value.of("String")), SourceLocation.of("v.yml", 1)));
        while (resources.size() < size) {
            GenericResource resource = resource(resources.size());
            if (resource != null) {
                resources.add(resource);
                template.addResources(resource);
                output(resource);
            }
        }
        template.addOutputs(output("Name", Sub.of("${Suffix}-${AWS::Region}")));
        return template.build();
    }

    private @Nullable GenericResource resource(int number) {
        String type = FACTS.typeNames().get(random.nextInt(FACTS.typeNames().size()));
        ResourceFacts facts = FACTS.resource(type).orElseThrow();
        boolean usable = !facts.retired() && !facts.open() && facts.transform().isEmpty();
        PropertyBag properties = usable ? new ValidValues(facts, number, random).object(facts, 0) : null;
        if (properties == null) {
            return null;
        }
        ResourceOptions.Builder options = ResourceOptions.builder();
        if (number > 0) {
            options.addDependsOn(LogicalId.of("R" + (number - 1)));
        }
        return GenericResource.of(
                LogicalId.of("R" + number), type, properties, options.build(), SourceLocation.of("v.yml", number + 2));
    }

    /** Each resource is referred to, by one of its attributes if it has one. */
    private void output(GenericResource resource) {
        List<String> attributes = new ArrayList<>();
        for (AttributeFacts attribute :
                FACTS.resource(resource.resourceType()).orElseThrow().attributes()) {
            if (attribute.type() == PrimitiveType.STRING && !attribute.name().endsWith("*")) {
                attributes.add(attribute.name());
            }
        }
        Value<?> value = attributes.isEmpty()
                ? Ref.to(resource.logicalId())
                : GetAtt.of(resource.logicalId(), attributes.get(random.nextInt(attributes.size())));
        template.addOutputs(output("Of" + resource.logicalId(), value));
    }

    private static Output output(String name, Value<?> value) {
        return Output.of(LogicalId.of(name), PropertyBag.of("Value", value), SourceLocation.of("v.yml", 1));
    }
}
