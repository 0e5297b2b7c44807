package io.tapstack.patterns.proof;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What means something else in a second template although it has the same name: parameters of another type, mappings with other
 * entries, conditions that ask for something else. Another default is none of it: a stack keeps the values of its parameters.
 */
final class Redefinitions {

    private final Map<String, Parameter> oldParameters;
    private final Map<String, Parameter> newParameters;
    private final Map<String, Mapping> oldMappings;
    private final Map<String, Mapping> newMappings;
    private final Map<String, Condition> oldConditions;
    private final Map<String, Condition> newConditions;
    private final Map<String, String> conditions = new HashMap<>();

    Redefinitions(Template before, Template after) {
        oldParameters = byName(before.parameters());
        newParameters = byName(after.parameters());
        oldMappings = byName(before.mappings());
        newMappings = byName(after.mappings());
        oldConditions = byName(before.conditions());
        newConditions = byName(after.conditions());
    }

    private static <T extends Declaration> Map<String, T> byName(List<T> declarations) {
        Map<String, T> byName = new HashMap<>();
        for (T declaration : declarations) {
            byName.putIfAbsent(declaration.logicalId().name(), declaration);
        }
        return byName;
    }

    /** Why something that stands alike in both templates may have another value; empty if it has the same. */
    String of(Uses uses) {
        for (String name : uses.names()) {
            String reason = parameter(name);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        for (String name : uses.mappings()) {
            if (!Objects.equals(oldMappings.get(name), newMappings.get(name))) {
                return "the mapping " + name + " has other entries";
            }
        }
        for (String name : uses.conditions()) {
            String reason = condition(name);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        return "";
    }

    private String parameter(String name) {
        Parameter before = oldParameters.get(name);
        Parameter after = newParameters.get(name);
        if (before == null && after == null) {
            return "";
        }
        if (before == null || after == null) {
            return name + " is another thing";
        }
        return before.type().equals(after.type()) ? "" : "the parameter " + name + " has another type";
    }

    /** Why a condition may turn out otherwise; empty if it turns out alike. */
    String condition(String name) {
        String known = conditions.get(name);
        if (known == null) {
            known = condition(name, new HashSet<>());
            conditions.put(name, known);
        }
        return known;
    }

    private String condition(String name, Set<String> open) {
        Condition before = oldConditions.get(name);
        Condition after = newConditions.get(name);
        if (!open.add(name)) {
            return "";
        }
        if (!Objects.equals(before, after)) {
            return "the condition " + name + " asks for something else";
        }
        Uses uses = Uses.of(before == null ? null : before.body());
        for (String inner : uses.conditions()) {
            String reason = condition(inner, open);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        uses.conditions().clear();
        return of(uses);
    }

    /** An entry of a mapping as the first template has it; null if there is none of these names. */
    @Nullable
    Value<?> oldEntry(String mapping, String topLevelKey, String secondLevelKey) {
        return entry(oldMappings.get(mapping), topLevelKey, secondLevelKey);
    }

    /** An entry of a mapping as the second template has it; null if there is none of these names. */
    @Nullable
    Value<?> newEntry(String mapping, String topLevelKey, String secondLevelKey) {
        return entry(newMappings.get(mapping), topLevelKey, secondLevelKey);
    }

    private static @Nullable Value<?> entry(@Nullable Mapping mapping, String topLevelKey, String secondLevelKey) {
        Value<?> row = mapping == null ? null : mapping.entries().find(topLevelKey);
        return row instanceof ObjectValue<?> object ? object.members().find(secondLevelKey) : null;
    }
}
