package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.ObjectSchema;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;

/** A property that a type does not have. */
final class UnknownProperty implements PropertyRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Properties exist in their type";
    }

    @Override
    public void walked(int members, FindingSink sink) {
        sink.judged(members);
    }

    @Override
    public void checkUnknown(ObjectSchema schema, String name, PropertySpot spot, FindingSink sink) {
        if (name.startsWith("Fn::")) {
            sink.report(
                    spot.context().macros().lowered(severity()),
                    spot.place(),
                    name + " stands among properties of " + schema.name() + ", where it is no function but a name.",
                    "Put the function around one value, or in place of all of the object's members.");
            return;
        }
        String meant = Suggestions.closest(name, schema.names());
        sink.report(
                spot.context().macros().lowered(severity()),
                spot.place(),
                schema.name() + " has no property " + name + "."
                        + (meant == null ? "" : " Did you mean " + meant + "?"),
                meant != null
                        ? "Write " + meant + "; names are case-sensitive."
                        : "Remove the property, or use one of " + some(schema) + ".");
    }

    private static String some(ObjectSchema schema) {
        int count = schema.names().size();
        return count == 0
                ? "none: the type has no properties"
                : String.join(", ", schema.names().subList(0, Math.min(15, count))) + (count > 15 ? ", …" : "");
    }
}
