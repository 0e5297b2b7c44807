package io.tapstack.patterns.composition;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Changes of templates and resources, made without regard to whether they make sense.
 *
 * <p>Ways into properties are members with dots between them: {@code KeyPolicy.Statement.2.Action}. Where a list stands and no number
 * is given, its first item is meant; of an {@code Fn::If}, what stands there if the condition holds.
 */
public final class Edits {

    private Edits() {}

    /** The properties with another value at the end of a way; null takes it away. */
    public static PropertyBag set(PropertyBag bag, String way, @Nullable Value<?> value) {
        int dot = way.indexOf('.');
        if (dot < 0) {
            return value == null ? bag.without(way) : bag.with(way, value);
        }
        String first = way.substring(0, dot);
        Value<?> inner = bag.find(first);
        if (inner == null) {
            inner = MapValue.ofAny(PropertyBag.empty());
        }
        return bag.with(first, setInside(inner, way.substring(dot + 1), value));
    }

    private static Value<?> setInside(Value<?> inner, String way, @Nullable Value<?> value) {
        if (inner instanceof If<?> choice) {
            return choice(choice, setInside(choice.whenTrue(), way, value));
        }
        if (!(inner instanceof ListValue<?> list)) {
            return MapValue.ofAny(set(((ObjectValue<?>) inner).members(), way, value));
        }
        List<Value<?>> items = new ArrayList<>(list.items());
        int index = index(way);
        String rest = isNumbered(way) ? way.substring(Math.min(way.length(), way.indexOf('.') + 1)) : way;
        if (isNumbered(way) && way.indexOf('.') < 0) {
            items.remove(index);
            if (value != null) {
                items.add(index, value);
            }
        } else {
            items.set(index, setInside(items.get(index), rest, value));
        }
        return ListValue.ofAny(items);
    }

    @SuppressWarnings("unchecked")
    private static Value<?> choice(If<?> choice, Value<?> whenTrue) {
        return If.of(choice.condition(), (Value<Object>) whenTrue, (Value<Object>) choice.whenFalse());
    }

    /** What stands at the end of a way; null if nothing does. */
    public static @Nullable Value<?> find(PropertyBag bag, String way) {
        int dot = way.indexOf('.');
        Value<?> value = bag.find(dot < 0 ? way : way.substring(0, dot));
        return dot < 0 || value == null ? value : findInside(value, way.substring(dot + 1));
    }

    private static @Nullable Value<?> findInside(Value<?> inner, String way) {
        if (inner instanceof If<?> choice) {
            return findInside(choice.whenTrue(), way);
        }
        if (inner instanceof ListValue<?> list) {
            if (index(way) >= list.items().size()) {
                return null;
            }
            Value<?> item = list.items().get(index(way));
            boolean last = isNumbered(way) && way.indexOf('.') < 0;
            return last ? item : findInside(item, isNumbered(way) ? way.substring(way.indexOf('.') + 1) : way);
        }
        return inner instanceof ObjectValue<?> object ? find(object.members(), way) : null;
    }

    private static boolean isNumbered(String way) {
        return !way.isEmpty() && Character.isDigit(way.charAt(0));
    }

    private static int index(String way) {
        return isNumbered(way) ? Integer.parseInt(way.split("\\.", -1)[0]) : 0;
    }

    /** The resource with another value at the end of a way; null takes it away. */
    public static Resource set(Resource resource, String way, @Nullable Value<?> value) {
        return resource.withProperties(set(resource.properties(), way, value));
    }

    /** The resource with one more item at the end of a list, which is made if there is none. */
    public static Resource append(Resource resource, String way, Value<?> item) {
        List<Value<?>> items = new ArrayList<>();
        Value<?> list = find(resource.properties(), way);
        if (list instanceof ListValue<?> present) {
            items.addAll(present.items());
        } else if (list != null) {
            items.add(list);
        }
        items.add(item);
        return set(resource, way, ListValue.ofAny(items));
    }

    /** The resource with other options. */
    public static Resource options(Resource resource, UnaryOperator<ResourceOptions.Builder> change) {
        return resource.withOptions(change.apply(resource.options().toBuilder()).build());
    }

    /** The resource under another logical id. */
    public static Resource renamed(Resource resource, String logicalId) {
        return GenericResource.of(
                LogicalId.of(logicalId),
                resource.resourceType(),
                resource.properties(),
                resource.options(),
                resource.source());
    }

    /** Changes the resources of a template that pass. */
    public static UnaryOperator<Template> each(Predicate<Resource> which, UnaryOperator<Resource> change) {
        return template -> {
            List<Resource> resources = new ArrayList<>();
            for (Resource resource : template.resources()) {
                resources.add(which.test(resource) ? change.apply(resource) : resource);
            }
            return template.toBuilder().resources(resources).build();
        };
    }

    /** Takes away the resources of a template that pass. */
    public static UnaryOperator<Template> without(Predicate<Resource> which) {
        return template -> template.toBuilder()
                .resources(template.resources().stream().filter(which.negate()).toList())
                .build();
    }

    /** Adds a resource. */
    public static UnaryOperator<Template> with(Resource resource) {
        return template -> template.toBuilder().addResources(resource).build();
    }
}
