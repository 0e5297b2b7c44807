package io.tapstack.patterns.rule;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.scenario.Way;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Literals;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.Functions;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A part of a resource as one choice of conditions and parameters makes it: rules ask for members and items, and get a node for
 * each way in which they can turn out. Ways that no choice of parameters leads to are left out.
 *
 * <p>A parameter that can have a few values only counts as each of them, and what is looked up in a mapping as each value that can be
 * found. Other functions stay what they are: their value is not known. A finding at the place of a node tells by itself under which
 * choice of parameters the node stands there.
 */
public final class Node {

    private final TemplateContext context;
    private final Place place;
    private final @Nullable Value<?> value;

    private Node(TemplateContext context, Place place, @Nullable Value<?> value) {
        this.context = context;
        this.place = place;
        this.value = value;
    }

    /**
     * A property of a resource, in all its ways, those too in which all properties are chosen at once; a missing one is a single
     * {@linkplain #isAbsent() absent} node.
     */
    public static List<Node> property(TemplateContext context, Element element, String name) {
        Resource resource = element.resource();
        Place properties = Place.of(element, element.place("Properties").path(), element.guard());
        List<Node> ways = new ArrayList<>();
        Intrinsic<?> choice = resource == null ? null : Functions.choice(resource.properties());
        if (choice == null) {
            addWays(
                    context,
                    properties.member(name),
                    resource == null ? null : resource.properties().find(name),
                    ways);
            return ways;
        }
        List<Node> wholes = new ArrayList<>();
        addWays(context, properties, choice, wholes);
        wholes.forEach(whole -> ways.addAll(whole.member(name)));
        return ways;
    }

    /** The values at the end of a way of members, in all their ways; where a list on the way is empty, the nodes of its emptiness. */
    public static List<Node> at(TemplateContext context, Element element, String first, String... rest) {
        List<Node> nodes = property(context, element, first);
        for (String name : rest) {
            List<Node> next = new ArrayList<>();
            for (Node node : nodes) {
                for (Node item : node.items()) {
                    next.addAll(item.member(name));
                }
                next.addAll(node.voids());
            }
            nodes = next;
        }
        return nodes;
    }

    private static void addWays(TemplateContext context, Place place, @Nullable Value<?> value, List<Node> ways) {
        for (Way way : context.scenarios().ways(value, place.guard())) {
            ways.add(new Node(context, place.along(way), way.value()));
        }
    }

    /** Where it stands, and under which conditions. */
    public Place place() {
        return place;
    }

    /** When it stands there; null if always. */
    public @Nullable Guard guard() {
        return place.guard();
    }

    /** The same under one more demand; the same node if there is none. */
    public Node within(@Nullable Guard guard) {
        if (guard == null || guard.equals(place.guard())) {
            return this;
        }
        Guard both = place.guard() == null ? guard : Guard.and(place.guard(), guard);
        return new Node(context, Place.of(place.element(), place.path(), both), value);
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

    /** Whether a number that is surely no less than this stands there, or a parameter whose {@code MinValue} is no less. */
    public boolean isAtLeast(long least) {
        BigDecimal number = bound("MinValue");
        return number != null && number.compareTo(BigDecimal.valueOf(least)) >= 0;
    }

    /** Whether a number that is surely no more than this stands there, or a parameter whose {@code MaxValue} is no more. */
    public boolean isAtMost(long most) {
        BigDecimal number = bound("MaxValue");
        return number != null && number.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    private @Nullable BigDecimal bound(String constraint) {
        Parameter parameter = value instanceof Ref<?> ref ? context.parameter(ref.target()) : null;
        Value<?> bound = parameter == null ? value : parameter.members().find(constraint);
        return bound instanceof Literal<?> literal ? Literals.number(literal.text()) : null;
    }

    /** Whether an object with this member stands there, in whatever way. */
    public boolean has(String member) {
        return value instanceof ObjectValue<?> object && object.members().has(member);
    }

    /** The names of the members of the object that stands there; none if it is no object. */
    public List<String> names() {
        return value instanceof ObjectValue<?> object ? object.members().names() : List.of();
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
            addWays(context, place.member(name), found, ways);
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
            addWays(context, place.item(i), list.items().get(i), ways);
        }
        ways.removeIf(Node::isAbsent);
        return ways;
    }

    /**
     * When nothing stands there, as absent nodes: this node if it is absent, or one for each way in which all items of a list are.
     */
    public List<Node> voids() {
        if (value == null) {
            return List.of(this);
        }
        List<Node> voids = new ArrayList<>();
        if (value instanceof ListValue<?> list) {
            voids.add(new Node(context, place, null));
            for (int i = 0; i < list.items().size() && !voids.isEmpty(); i++) {
                voids = without(list.items().get(i), voids);
            }
        }
        return voids;
    }

    /** The nodes, narrowed to when an item is absent as well. */
    private List<Node> without(Value<?> item, List<Node> nodes) {
        List<Node> left = new ArrayList<>();
        for (Node node : nodes) {
            for (Way way : context.scenarios().ways(item, node.guard())) {
                if (way.value() == null && context.scenarios().satisfiable(way.guard()) != Satisfiability.IMPOSSIBLE) {
                    left.add(new Node(context, Place.of(place.element(), place.path(), way.guard()), null));
                }
            }
        }
        return left;
    }
}
