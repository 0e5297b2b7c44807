package io.tapstack.model.validation;

import io.tapstack.model.facts.ConstraintFacts;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes random values that fit what the facts say of a property; null where that is too hard. */
final class ValidValues {

    private static final int DEEPEST = 5;

    /** What a rule of its own judges by more than the facts: left out, since a value that fits the facts may still be wrong. */
    private static final Set<String> JUDGED_BEYOND_FACTS =
            Set.of("AWS::Lambda::Function/Runtime", "AWS::CloudFront::Distribution/Aliases");

    private final ResourceFacts resource;
    private final int number;
    private final Random random;

    /**
     * Values for one resource of a template.
     *
     * @param number tells it from the others of its template, whose names would otherwise meet by chance
     */
    ValidValues(ResourceFacts resource, int number, Random random) {
        this.resource = resource;
        this.number = number;
        this.random = random;
    }

    /** The members of an object; null if a required one is too hard. */
    @Nullable
    PropertyBag object(Shape shape, int depth) {
        Set<String> names = names(shape, depth);
        if (names == null) {
            return null;
        }
        PropertyBag.Builder members = PropertyBag.builder();
        for (String name : names) {
            PropertyFacts property = shape.property(name).orElse(null);
            Value<?> value = property == null ? null : value(property, property.type(), property.limits(), depth);
            if (value == null) {
                return null;
            }
            members.put(name, value);
        }
        return members.build();
    }

    private @Nullable Set<String> names(Shape shape, int depth) {
        Set<String> names = new TreeSet<>();
        Set<String> required = new TreeSet<>();
        for (PropertyFacts property : shape.properties()) {
            if (property.required()) {
                required.add(property.name());
            } else if (depth < 3
                    && !JUDGED_BEYOND_FACTS.contains(resource.name() + "/" + property.name())
                    && random.nextInt(4) == 0
                    && value(property, property.type(), property.limits(), depth) != null) {
                names.add(property.name());
            }
        }
        names.addAll(required);
        for (int round = 0; round < 8; round++) {
            Set<String> before = new TreeSet<>(names);
            shape.constraints().forEach(constraint -> satisfy(constraint, names, required));
            if (names.equals(before)) {
                return shape.constraints().stream().allMatch(constraint -> holds(constraint, names)) ? names : null;
            }
        }
        return null;
    }

    private static boolean holds(ConstraintFacts constraint, Set<String> names) {
        long present =
                constraint.alternatives().stream().filter(names::containsAll).count();
        switch (constraint.kind()) {
            case REQUIRED_XOR:
                return present == 1;
            case REQUIRED_OR:
                return present >= 1;
            case DEPENDENT_REQUIRED:
                return !names.contains(constraint.subject())
                        || present == constraint.alternatives().size();
            default:
                return !names.contains(constraint.subject()) || present == 0;
        }
    }

    private static void satisfy(ConstraintFacts constraint, Set<String> names, Set<String> required) {
        String subject = constraint.subject();
        if (subject != null) {
            for (List<String> group : constraint.alternatives()) {
                boolean needed = constraint.kind() == ConstraintFacts.Kind.DEPENDENT_REQUIRED;
                if (names.contains(subject) && needed) {
                    names.addAll(group);
                } else if (names.contains(subject) && group.stream().anyMatch(names::contains)) {
                    names.remove(required.contains(subject) ? group.get(0) : subject);
                }
            }
            return;
        }
        List<List<String>> present = new ArrayList<>(constraint.alternatives());
        present.removeIf(group -> !names.containsAll(group));
        if (present.isEmpty()) {
            names.addAll(constraint.alternatives().get(0));
        } else if (constraint.kind() == ConstraintFacts.Kind.REQUIRED_XOR && present.size() > 1) {
            List<String> kept = present.get(0);
            present.stream()
                    .flatMap(List::stream)
                    .filter(name -> !kept.contains(name))
                    .forEach(names::remove);
        }
    }

    private @Nullable Value<?> value(PropertyFacts property, PropertyType type, ValueLimits limits, int depth) {
        if (type instanceof PrimitiveType primitive) {
            return primitive(primitive, limits);
        }
        if (depth >= DEEPEST) {
            return null;
        }
        if (type instanceof ListType list) {
            return list(property, list, limits, depth);
        }
        if (type instanceof MapType) {
            return limits.minItems().orElse(0) == 0 ? MapValue.ofAny(PropertyBag.empty()) : null;
        }
        if (type instanceof StructType struct) {
            PropertyBag members = resource.type(struct.name())
                    .map(shape -> object(shape, depth + 1))
                    .orElse(null);
            return members == null ? null : MapValue.ofAny(members);
        }
        return value(property, ((UnionType) type).alternatives().get(0), limits, depth);
    }

    private @Nullable Value<?> list(PropertyFacts property, ListType type, ValueLimits limits, int depth) {
        long least = limits.minItems().orElse(0);
        long most = Math.min(limits.maxItems().orElse(3), least + 2);
        Set<Value<?>> items = new LinkedHashSet<>();
        for (int tries = 0; tries < 20 && items.size() < Math.max(least, Math.min(1, most)); tries++) {
            Value<?> item = value(property, type.element(), property.itemLimits(), depth + 1);
            if (item == null) {
                break;
            }
            items.add(item);
        }
        return items.size() < least ? null : ListValue.ofAny(new ArrayList<>(items));
    }

    private @Nullable Value<?> primitive(PrimitiveType type, ValueLimits limits) {
        switch (type) {
            case BOOLEAN:
                return Literal.of(random.nextBoolean());
            case INTEGER:
            case LONG:
            case NUMBER:
                return number(limits);
            case JSON:
                return MapValue.ofAny(PropertyBag.of("Any", Literal.of("thing")));
            case TAG:
                PropertyBag tag = PropertyBag.builder()
                        .put("Key", Literal.of("k" + random.nextInt(100)))
                        .put("Value", Literal.of("v"))
                        .build();
                return MapValue.ofAny(tag);
            default:
                // Ids and ARNs of other resources are for templates that have those.
                return limits.formats().isEmpty() ? text(limits) : null;
        }
    }

    private @Nullable Value<?> number(ValueLimits limits) {
        if (!limits.enumValues().isEmpty()) {
            return Literal.of(limits.enumValues().iterator().next());
        }
        BigDecimal least = limits.min();
        BigDecimal most = limits.max();
        long number =
                least != null ? least.longValue() : most != null ? Math.min(most.longValue(), 1) : random.nextInt(100);
        boolean whole = least == null || least.stripTrailingZeros().scale() <= 0;
        return whole ? Literal.of(number) : null;
    }

    private @Nullable Value<?> text(ValueLimits limits) {
        List<String> known = new ArrayList<>(limits.enumValues());
        List<String> candidates = known.isEmpty() ? candidates() : known;
        for (int tries = 0; tries < 30; tries++) {
            String text = candidates.get(random.nextInt(candidates.size()));
            if (known.isEmpty() && text.length() < limits.minLength().orElse(0)) {
                text = text.repeat((int) Math.min(limits.minLength().getAsLong() / text.length() + 1, 300));
            }
            Pattern pattern = limits.pattern();
            boolean fits = text.length() >= limits.minLength().orElse(0)
                    && text.length() <= limits.maxLength().orElse(Integer.MAX_VALUE)
                    && (pattern == null || pattern.matcher(text).find());
            if (fits) {
                return Literal.of(text);
            }
        }
        return null;
    }

    private List<String> candidates() {
        String unique = Integer.toString(10_000 + number * 1_000 + random.nextInt(1_000));
        return List.of(
                "a" + unique,
                "A" + unique,
                unique,
                "10." + number + ".0.0/16",
                "arn:aws:iam::123456789012:role/r" + unique,
                "arn:aws:s3:::b" + unique,
                "https://example.com/" + unique,
                "name-" + unique + "-x",
                "/a/" + unique,
                "a" + unique + "@example.com",
                unique + "678-1234-1234-1234-1234567890ab",
                2030 + number + "-01-01T00:00:00Z");
    }
}
