package io.tapstack.model.validation;

import io.tapstack.model.scenario.Way;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One of the values that a property can have, with the conditions under which it has it: a way through the {@code Fn::If}s around
 * it. The value is never {@code AWS::NoValue}, and {@code Fn::If} only where there are too many ways to go through.
 *
 * <p>For rules about properties of certain types. Conditions that cannot hold together are not sorted out here: findings in such
 * places are dropped when they are reported.
 */
public final class Branch {

    private final Value<?> value;
    private final Place place;

    private Branch(Value<?> value, Place place) {
        this.value = value;
        this.place = place;
    }

    /** What the properties of a resource can be as a whole: objects; none if it has none, or if the element is no resource. */
    public static List<Branch> ofProperties(Element element) {
        Resource resource = element.resource();
        if (resource == null) {
            return List.of();
        }
        Intrinsic<?> choice = Functions.choice(resource.properties());
        return of(choice == null ? MapValue.ofAny(resource.properties()) : choice, properties(element));
    }

    /** The values that a property of a resource can have; none if it has none, or if the element is no resource. */
    public static List<Branch> ofProperty(Element element, String name) {
        Resource resource = element.resource();
        if (resource == null) {
            return List.of();
        }
        if (Functions.choice(resource.properties()) == null) {
            return of(resource.properties().find(name), properties(element).member(name));
        }
        List<Branch> found = new ArrayList<>();
        for (Branch properties : ofProperties(element)) {
            found.addAll(properties.member(name));
        }
        return Collections.unmodifiableList(found);
    }

    private static Place properties(Element element) {
        return Place.of(element, element.path().member("Properties"), element.guard());
    }

    /** The ways through a value; none if there is no value. */
    public static List<Branch> of(@Nullable Value<?> value, Place place) {
        if (value == null) {
            return List.of();
        }
        List<Branch> found = new ArrayList<>(1);
        collect(value, place, found);
        return Collections.unmodifiableList(found);
    }

    private static void collect(Value<?> value, Place place, List<Branch> found) {
        for (Way way : Way.written(value, place.guard())) {
            Value<?> end = way.value();
            if (end != null) {
                found.add(new Branch(end, place.along(way)));
            }
        }
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
            collect(list.items().get(i), place.item(i), found);
        }
        return Collections.unmodifiableList(found);
    }

    @Override
    public String toString() {
        return value + " at " + place;
    }
}
