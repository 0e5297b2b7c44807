package io.tapstack.reference.page;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an output gives, in words: its description, or what it is of which resource. */
final class ValueWords {

    private final Template template;

    ValueWords(Template template) {
        this.template = template;
    }

    String of(Output output) {
        Value<?> description = output.members().find("Description");
        Value<?> value = output.members().find("Value");
        return words(description == null && value != null ? value : description);
    }

    private String words(@Nullable Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        if (value instanceof Ref<?> ref) {
            return identifier(ref.target()) + " of " + Table.code(ref.target());
        }
        if (value instanceof GetAtt<?> attribute && attribute.attribute() instanceof Literal<String> name) {
            return name.text() + " of " + Table.code(attribute.target().name());
        }
        if (value instanceof Sub sub) {
            return Table.code(sub.text());
        }
        if (value instanceof If<?> choice) {
            return words(choice.whenTrue()) + " if "
                    + Table.code(choice.condition().name()) + ", else " + words(choice.whenFalse());
        }
        Set<String> names = new LinkedHashSet<>();
        if (value != null) {
            collect(value, names);
        }
        return "of " + String.join(", ", names);
    }

    /** What {@code Ref} gives of a resource. */
    private String identifier(String target) {
        return template.resource(LogicalId.of(target))
                .map(Resource::resourceType)
                .flatMap(CloudFormationFacts.bundled()::resource)
                .map(ResourceFacts::refReturns)
                .filter(names -> !names.isEmpty())
                .map(names -> String.join(" and ", names))
                .orElse("value");
    }

    private static void collect(Value<?> value, Set<String> names) {
        if (value instanceof Ref<?> ref) {
            names.add(Table.code(ref.target()));
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(item -> collect(item, names));
        } else if (value instanceof Intrinsic<?> function) {
            collect(function.argument(), names);
        }
    }
}
