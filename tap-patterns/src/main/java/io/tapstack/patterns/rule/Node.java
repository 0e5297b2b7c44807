package io.tapstack.patterns.rule;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Guard;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Satisfiability;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a resource as one choice of conditions and parameters makes it: rules ask for members and items, and get a node for
 * each way in which they can turn out. Ways that no choice of parameters leads to are left out.
 *
 * <p>A parameter that can have a few values only counts as each of them. Other functions stay what they are: their value is not
 * known.
 */
public final class Node {

    private static final int DEEPEST = 64;

    private final TemplateContext context;
    private final Place place;
    private final @Nullable Value<?> value;

    private Node(TemplateContext context, Place place, @Nullable Value<?> value) {
        this.context = context;
        this.place = place;
        this.value = value;
    }

    /** A property of a resource, in all its ways; a missing one is a single {@linkplain #isAbsent() absent} node. */
    public static List<Node> property(TemplateContext context, Element element, String name) {
        Resource resource = element.resource();
        String condition = element.condition();
        Guard guard = condition == null ? null : Guard.within(null, condition, true);
        Place place = Place.of(element, element.place("Properties").member(name).path(), guard);
        List<Node> ways = new ArrayList<>();
        addWays(context, place, resource == null ? null : resource.properties().find(name), ways, 0);
        return ways;
    }

    /** The values at the end of a way of members, in all their ways. */
    public static List<Node> at(TemplateContext context, Element element, String first, String... rest) {
        List<Node> nodes = property(context, element, first);
        for (String name : rest) {
            List<Node> next = new ArrayList<>();
            for (Node node : nodes) {
                for (Node item : node.items()) {
                    next.addAll(item.member(name));
                }
                if (node.items().isEmpty()) {
                    next.add(node);
                }
            }
            nodes = next;
        }
        return nodes;
    }

    private static void addWays(
            TemplateContext context, Place place, @Nullable Value<?> value, List<Node> ways, int depth) {
        if (value instanceof If<?> choice && depth < DEEPEST) {
            String condition = choice.condition().name();
            addWay(context, place, condition, true, choice.whenTrue(), ways, depth);
            addWay(context, place, condition, false, choice.whenFalse(), ways, depth);
        } else if (value instanceof Ref<?> ref && ref.target().equals("AWS::NoValue")) {
            ways.add(new Node(context, place, null));
        } else if (value instanceof Ref<?> ref) {
            List<Value<?>> allowed = allowed(context, ref);
            for (Value<?> one : allowed) {
                ways.add(new Node(context, place, one));
            }
            if (allowed.isEmpty()) {
                ways.add(new Node(context, place, value));
            }
        } else {
            ways.add(new Node(context, place, value));
        }
    }

    private static void addWay(
            TemplateContext context,
            Place place,
            String condition,
            boolean holds,
            Value<?> value,
            List<Node> ways,
            int depth) {
        Guard guard = Guard.within(place.guard(), condition, holds);
        if (context.logic().satisfiable(guard) != Satisfiability.IMPOSSIBLE) {
            Place inside = place.member("Fn::If").item(holds ? 1 : 2);
            addWays(context, Place.of(place.element(), inside.path(), guard), value, ways, depth + 1);
        }
    }

    private static List<Value<?>> allowed(TemplateContext context, Ref<?> ref) {
        Parameter parameter = context.parameter(ref.target());
        return parameter == null ? List.of() : List.copyOf(parameter.allowedValues());
    }

    /** Where it stands, and under which conditions. */
    public Place place() {
        return place;
    }

    /** What stands there; null if nothing does. */
    public @Nullable Value<?> value() {
        return value;
    }

    /** Whether nothing stands there. */
    public boolean isAbsent() {
        return value == null;
    }

    /** Whether what stands there is a function whose value is not known. */
    public boolean isUnknown() {
        return value != null
                && !(value instanceof Literal<?>)
                && !(value instanceof ObjectValue<?>)
                && !(value instanceof ListValue<?>);
    }

    /** The text, number or flag that stands there, as text. */
    public Optional<String> text() {
        return value instanceof Literal<?> literal ? Optional.of(literal.text()) : Optional.empty();
    }

    /** Whether this text, number or flag stands there. */
    public boolean is(String text) {
        return text().filter(text::equals).isPresent();
    }

    /** The resource or parameter that {@code Ref} or {@code Fn::GetAtt} names there. */
    public Optional<String> target() {
        if (value instanceof Ref<?> ref) {
            return Optional.of(ref.target());
        }
        return value instanceof GetAtt<?> getAtt ? Optional.of(getAtt.target().name()) : Optional.empty();
    }

    /** A member in all its ways; of what is no object, an absent node. */
    public List<Node> member(String name) {
        List<Node> ways = new ArrayList<>();
        Value<?> found =
                value instanceof ObjectValue<?> object ? object.members().find(name) : null;
        if (isUnknown()) {
            ways.add(this);
        } else {
            addWays(context, place.member(name), found, ways, 0);
        }
        return ways;
    }

    /** The items of a list in all their ways, without those that are absent; what is no list is its only item. */
    public List<Node> items() {
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof ListValue<?> list)) {
            return List.of(this);
        }
        List<Node> ways = new ArrayList<>();
        for (int i = 0; i < list.items().size(); i++) {
            addWays(context, place.item(i), list.items().get(i), ways, 0);
        }
        ways.removeIf(Node::isAbsent);
        return ways;
    }

    /** {@code " when A holds and B does not hold"}, of the conditions on which it stands there; empty if it always does. */
    public String when() {
        StringBuilder text = new StringBuilder();
        for (Guard step = place.guard(); step != null; step = step.outer()) {
            text.append(text.length() == 0 ? " when " : " and ")
                    .append(step.condition())
                    .append(step.holds() ? " holds" : " does not hold");
        }
        return text.toString();
    }
}
