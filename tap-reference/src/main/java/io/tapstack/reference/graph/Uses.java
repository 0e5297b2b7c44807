package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which resources mean which others, and where: by {@code Ref}, {@code Fn::GetAtt}, {@code Fn::Sub}, or by an ARN spelled out. Both
 * branches of an {@code Fn::If} count. What is nested deeper than 100 levels is not looked at.
 */
final class Uses {

    private static final int DEEPEST = 100;

    private final Map<String, Resource> resources;
    private final PhysicalNames names;
    private final Map<String, List<Use>> bySource = new LinkedHashMap<>();

    /** The uses between resources, by logical id. */
    Uses(Map<String, Resource> resources) {
        this.resources = resources;
        this.names = new PhysicalNames(resources.values());
        resources.forEach((id, resource) -> bySource.put(id, in(id, resource.properties())));
    }

    /** What a resource means, in order. */
    List<Use> of(String logicalId) {
        return bySource.getOrDefault(logicalId, List.of());
    }

    /** All uses, in the order of the template. */
    List<Use> all() {
        List<Use> all = new ArrayList<>();
        bySource.values().forEach(all::addAll);
        return all;
    }

    /** What a part of a resource means. */
    List<Use> in(String logicalId, Value<?> value) {
        Walk walk = new Walk(logicalId);
        walk.value(value, 0);
        return Collections.unmodifiableList(walk.found);
    }

    private List<Use> in(String logicalId, PropertyBag properties) {
        Walk walk = new Walk(logicalId);
        walk.members(properties, 0);
        return Collections.unmodifiableList(walk.found);
    }

    private final class Walk {

        private final String source;
        private final List<String> path = new ArrayList<>();
        private final List<Use> found = new ArrayList<>();

        Walk(String source) {
            this.source = source;
        }

        void value(Value<?> value, int depth) {
            if (depth > DEEPEST) {
                return;
            }
            if (value instanceof Literal<?> literal) {
                names.in(literal.text()).ifPresent(this::add);
            } else if (value instanceof ObjectValue<?> object) {
                members(object.members(), depth + 1);
            } else if (value instanceof ListValue<?> list) {
                list.items().forEach(item -> value(item, depth + 1));
            } else if (value instanceof Intrinsic<?> function) {
                function(function, depth);
            }
        }

        void members(PropertyBag members, int depth) {
            for (int i = 0; i < members.size(); i++) {
                path.add(members.nameAt(i));
                value(members.valueAt(i), depth);
                path.remove(path.size() - 1);
            }
        }

        private void function(Intrinsic<?> function, int depth) {
            if (function instanceof Ref<?> ref) {
                add(ref.target());
            } else if (function instanceof GetAtt<?> attribute) {
                add(attribute.target().name());
            } else if (function instanceof Sub sub) {
                names.in(sub.text()).ifPresent(this::add);
                for (SubPart part : sub.references()) {
                    add(part.name());
                }
                sub.variables().names().forEach(name -> value(variable(sub, name), depth + 1));
            } else {
                value(function.argument(), depth + 1);
            }
        }

        private void add(String target) {
            if (resources.containsKey(target)) {
                found.add(new Use(source, List.copyOf(path), target));
            }
        }
    }

    private static Value<?> variable(Sub sub, String name) {
        return sub.variables().get(name).orElseThrow();
    }
}
