package io.tapstack.model.validation;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a property can have, with the conditions under which it has it: a way through the {@code Fn::If}s around
 * it. The value is never {@code Fn::If} nor {@code AWS::NoValue}.
 *
 * <p>For rules about properties of certain types. Conditions that cannot hold together are not sorted out here: findings in such
 * places are dropped when they are reported.
 */
public final class Branch {

    private static final int MOST = 10_000;

    private final Value<?> value;
    private final Place place;

    private Branch(Value<?> value, Place place) {
        this.value = value;
        this.place = place;
    }

    /** The values that a property of a resource can have; none if it has none, or if the element is no resource. */
    public static List<Branch> ofProperty(Element element, String name) {
        Resource resource = element.resource();
        String condition = element.condition();
        Guard guard = condition == null ? null : Guard.within(null, condition, true);
        TemplatePath path = element.path().member("Properties").member(name);
        return of(resource == null ? null : resource.properties().find(name), Place.of(element, path, guard));
    }

    /** The ways through a value; none if there is no value. */
    public static List<Branch> of(@Nullable Value<?> value, Place place) {
        List<Branch> found = new ArrayList<>(1);
        collect(value, place, 0, found);
        return Collections.unmodifiableList(found);
    }

    private static void collect(@Nullable Value<?> value, Place place, int depth, List<Branch> found) {
        if (value instanceof If<?> choice) {
            if (depth < TemplateLimits.MAXIMUM_DEPTH) {
                String condition = choice.condition().name();
                Place inside = place.member("Fn::If");
                collect(choice.whenTrue(), guarded(inside.item(1), condition, true), depth + 1, found);
                collect(choice.whenFalse(), guarded(inside.item(2), condition, false), depth + 1, found);
            }
        } else if (value != null && !Arguments.isNoValue(value) && found.size() < MOST) {
            found.add(new Branch(value, place));
        }
    }

    private static Place guarded(Place place, String condition, boolean holds) {
        return Place.of(place.element(), place.path(), Guard.within(place.guard(), condition, holds));
    }

    /** The value. */
    public Value<?> value() {
        return value;
    }

    /** Where it stands, and when it counts. */
    public Place place() {
        return place;
    }

    /** The text of a literal without dynamic references; null if the value is something else. */
    public @Nullable String text() {
        return value instanceof Literal<?> literal && !Literals.isDynamic(literal) ? literal.text() : null;
    }

    /** What a member of the object can be; none if the value is no object or has no such member. */
    public List<Branch> member(String name) {
        return value instanceof ObjectValue<?> object ? of(object.members().find(name), place.member(name)) : List.of();
    }

    /** What the items of the list can be, in order; none if the value is no list. */
    public List<Branch> items() {
        if (!(value instanceof ListValue<?> list)) {
            return List.of();
        }
        List<Branch> found = new ArrayList<>(list.items().size());
        for (int i = 0; i < list.items().size(); i++) {
            collect(list.items().get(i), place.item(i), 0, found);
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public String toString() {
        return value + " at " + place;
    }
}
