package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.ConditionReference;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An update of a stack, played through for one choice of parameters: every value is worked out, as CloudFormation does, and compared.
 * Resources may refer to those before them.
 */
final class Played {

    /** In place of a property that is left out. */
    private static final String NOTHING = "AWS::NoValue";

    private final Map<String, String> parameters;
    private final Map<String, Fate> fates = new TreeMap<>();

    private Played(Map<String, String> parameters) {
        this.parameters = parameters;
    }

    /** What becomes of each resource to which something happens; empty if a template refers to what is not there. */
    static Optional<Map<String, Fate>> of(Template before, Template after, Map<String, String> parameters) {
        Played played = new Played(parameters);
        try {
            Map<String, String> ids = new LinkedHashMap<>();
            Map<String, Map<String, String>> old = new LinkedHashMap<>();
            for (Resource resource : before.resources()) {
                if (played.exists(resource, before)) {
                    ids.put(name(resource), "first " + name(resource));
                    old.put(name(resource), played.properties(resource, before, ids));
                }
            }
            played.update(after, old, ids);
            return Optional.of(played.fates);
        } catch (Missing e) {
            return Optional.empty();
        }
    }

    private void update(Template after, Map<String, Map<String, String>> old, Map<String, String> oldIds) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Resource resource : after.resources()) {
            if (!exists(resource, after)) {
                continue;
            }
            String name = name(resource);
            Map<String, String> properties = properties(resource, after, ids);
            Map<String, String> was = old.remove(name);
            Fate fate = was == null ? Fate.ADDED : changed(resource, was, properties);
            boolean another = fate == Fate.ADDED || fate == Fate.REPLACED;
            ids.put(name, another ? "second " + name : Objects.requireNonNull(oldIds.get(name)));
            if (fate != Fate.UNTOUCHED) {
                fates.put(name, fate);
            }
        }
        old.keySet().forEach(name -> fates.put(name, Fate.REMOVED));
    }

    private static Fate changed(Resource resource, Map<String, String> before, Map<String, String> after) {
        Fate fate = Fate.UNTOUCHED;
        Map<String, String> all = new TreeMap<>(before);
        all.putAll(after);
        for (String property : all.keySet()) {
            if (!Objects.equals(before.get(property), after.get(property))) {
                Replacement replacement = CloudFormationFacts.bundled()
                        .resource(resource.resourceType())
                        .orElseThrow()
                        .property(property)
                        .orElseThrow()
                        .replacement();
                Fate one = replacement == Replacement.ALWAYS ? Fate.REPLACED : Fate.UPDATED;
                fate = one.compareTo(fate) > 0 ? one : fate;
            }
        }
        return fate;
    }

    private static String name(Resource resource) {
        return resource.logicalId().name();
    }

    private boolean exists(Resource resource, Template template) {
        return resource.options()
                .condition()
                .map(condition -> holds(condition.name(), template))
                .orElse(true);
    }

    private Map<String, String> properties(Resource resource, Template template, Map<String, String> ids) {
        Map<String, String> properties = new TreeMap<>();
        for (int i = 0; i < resource.properties().size(); i++) {
            String value = text(resource.properties().valueAt(i), template, ids);
            if (!value.equals(NOTHING)) {
                properties.put(resource.properties().nameAt(i), value);
            }
        }
        return properties;
    }

    private boolean holds(String name, Template template) {
        for (Condition condition : template.conditions()) {
            if (condition.logicalId().name().equals(name)) {
                return holds(condition.body(), template);
            }
        }
        throw new Missing();
    }

    private boolean holds(@Nullable Value<?> value, Template template) {
        if (value instanceof ConditionReference reference) {
            return holds(reference.target().name(), template);
        }
        if (value instanceof Not not) {
            return !holds(not.argument(0), template);
        }
        if (value instanceof Equals equals) {
            return text(equals.argument(0), template, Map.of()).equals(text(equals.argument(1), template, Map.of()));
        }
        List<Value<?>> terms = ((ListValue<?>) ((Intrinsic<?>) Objects.requireNonNull(value)).argument()).items();
        if (value instanceof And) {
            return terms.stream().allMatch(term -> holds(term, template));
        }
        if (value instanceof Or) {
            return terms.stream().anyMatch(term -> holds(term, template));
        }
        throw new IllegalArgumentException(value.toString());
    }

    private String text(@Nullable Value<?> value, Template template, Map<String, String> ids) {
        if (value instanceof Literal<?> literal) {
            return literal.text();
        }
        if (value instanceof Ref<?> ref) {
            return named(ref.target(), ids);
        }
        if (value instanceof GetAtt<?> attribute) {
            return named(attribute.target().name(), ids) + "." + ((Literal<?>) attribute.attribute()).text();
        }
        if (value instanceof If<?> choice) {
            boolean holds = holds(choice.condition().name(), template);
            return text(holds ? choice.whenTrue() : choice.whenFalse(), template, ids);
        }
        if (value instanceof Sub sub) {
            StringBuilder text = new StringBuilder();
            for (SubPart part : sub.parts()) {
                text.append(part.isPlaceholder() ? named(part.text(), ids) : part.text());
            }
            return text.toString();
        }
        if (value instanceof Join join) {
            StringBuilder text = new StringBuilder();
            for (Value<?> item : ((ListValue<?>) Objects.requireNonNull(join.argument(1))).items()) {
                String delimiter =
                        text.length() == 0 ? "" : ((Literal<?>) Objects.requireNonNull(join.argument(0))).text();
                text.append(delimiter).append(text(item, template, ids));
            }
            return text.toString();
        }
        if (value instanceof FindInMap<?> lookup) {
            return entry(lookup, template, ids);
        }
        throw new IllegalArgumentException(String.valueOf(value));
    }

    private String entry(FindInMap<?> lookup, Template template, Map<String, String> ids) {
        for (Mapping mapping : template.mappings()) {
            if (mapping.logicalId().name().equals(text(lookup.argument(0), template, ids))
                    && mapping.entries().find(text(lookup.argument(1), template, ids)) instanceof ObjectValue<?> row) {
                return text(row.members().find(text(lookup.argument(2), template, ids)), template, ids);
            }
        }
        throw new Missing();
    }

    private String named(String name, Map<String, String> ids) {
        if (name.equals(NOTHING)) {
            return NOTHING;
        }
        String value = parameters.get(name);
        String id = value == null ? ids.get(name) : value;
        if (id == null) {
            throw new Missing();
        }
        return id;
    }

    /** A template refers to something that is not there. */
    private static final class Missing extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
