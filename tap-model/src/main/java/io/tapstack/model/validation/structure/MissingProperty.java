package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.ObjectSchema;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Presence;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;

/** A property that a type demands and an object does not have, or has under some conditions only. */
final class MissingProperty implements PropertyRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Required properties are set";
    }

    @Override
    public boolean concerns(ObjectSchema schema) {
        return !schema.required().isEmpty();
    }

    @Override
    public void checkObject(ObjectSchema schema, PropertyBag members, PropertySpot spot, FindingSink sink) {
        List<String> required = schema.required();
        if (spot.missing() == 0) {
            sink.judged(required.size());
            return;
        }
        for (int i = 0; i < required.size(); i++) {
            String name = required.get(i);
            Value<?> value = members.find(name);
            if (!Presence.isCertain(value)) {
                conditional(schema, name, members, spot, sink);
            } else if (!Presence.isThere(value)) {
                if (FunctionMembers.any(members)) {
                    return;
                }
                report(schema, name, spot.place(), spot, sink);
            }
        }
        sink.judged(required.size());
    }

    private void conditional(
            ObjectSchema schema, String name, PropertyBag members, PropertySpot spot, FindingSink sink) {
        for (Presence way : Presence.ways(spot, members, List.of(name), sink)) {
            if (!way.has(name)) {
                Place place = spot.place();
                report(schema, name, Place.of(place.element(), place.path(), way.guard()), spot, sink);
                return;
            }
        }
    }

    private void report(ObjectSchema schema, String name, Place place, PropertySpot spot, FindingSink sink) {
        sink.report(
                spot.context().macros().lowered(severity()),
                place,
                schema.name() + " requires " + name + ", which is not set.",
                "Set " + name + ".");
    }
}
