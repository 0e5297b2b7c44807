package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.ConstraintFacts;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.ObjectSchema;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Presence;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.value.PropertyBag;
import java.util.List;

/** Properties that exclude or demand each other. */
final class PropertyCombination implements PropertyRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Properties that exclude or demand each other stand together as they must";
    }

    @Override
    public boolean concerns(ObjectSchema schema) {
        return !schema.constraints().isEmpty();
    }

    @Override
    public void checkObject(ObjectSchema schema, PropertyBag members, PropertySpot spot, FindingSink sink) {
        List<ConstraintFacts> constraints = schema.constraints();
        sink.judged(constraints.size());
        Presence plain = Presence.certain(members);
        for (int i = 0; i < constraints.size(); i++) {
            Combination combination = new Combination(schema.name(), constraints.get(i));
            if (!spot.isConditional()) {
                String problem = combination.problem(plain);
                if (problem != null && !FunctionMembers.any(members)) {
                    report(problem, spot.place(), combination, sink);
                }
            } else {
                conditional(combination, members, spot, sink);
            }
        }
    }

    private static void conditional(Combination combination, PropertyBag members, PropertySpot spot, FindingSink sink) {
        for (Presence way : Presence.ways(spot, members, combination.names(), sink)) {
            String problem = combination.problem(way);
            if (problem != null && !FunctionMembers.any(members)) {
                Place place = spot.place();
                report(problem, Place.of(place.element(), place.path(), way.guard()), combination, sink);
                return;
            }
        }
    }

    private static void report(String problem, Place place, Combination combination, FindingSink sink) {
        sink.report(place, problem + ".", combination.remedy());
    }
}
