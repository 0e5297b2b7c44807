package io.tapstack.patterns.proof;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

    private static final String CONDITIONS = "Conditions";
    private static final String MAPPINGS = "Mappings";

    private final Map<String, Parameter> oldParameters;
    private final Map<String, Parameter> newParameters;
    private final Map<String, Mapping> oldMappings;
    private final Map<String, Mapping> newMappings;
    private final Map<String, Condition> oldConditions;
    private final Map<String, Condition> newConditions;
    private final Map<String, String> conditions = new LinkedHashMap<>();
    private boolean madeConditions;
    private final boolean madeMappings;

    Redefinitions(Template before, Template after) {
        oldParameters = byName(before.parameters());
        newParameters = byName(after.parameters());
        oldMappings = byName(before.mappings());
        newMappings = byName(after.mappings());
        oldConditions = byName(before.conditions());
        newConditions = byName(after.conditions());
        boolean macros = !Surroundings.macros(before).equals(Surroundings.macros(after));
        madeConditions =
                macros || !before.conditionLoops().equals(after.conditionLoops()) || differs(before, after, CONDITIONS);
        madeMappings = macros || differs(before, after, MAPPINGS);
        redefineConditions();
        if (!madeConditions && makersDiffer(after)) {
            madeConditions = true;
            redefineConditions();
        }
    }

    /** Whether what makes conditions, and stands alike in both templates, asks for something that means something else. */
    private boolean makersDiffer(Template template) {
        Value<?> others = template.others().get(CONDITIONS);
        return others != null && !of(Uses.made(others)).isEmpty()
                || template.conditionLoops().stream()
                        .anyMatch(loop -> !of(Uses.made(loop.argument())).isEmpty());
    }

    private static boolean differs(Template before, Template after, String section) {
        return !Objects.equals(before.others().get(section), after.others().get(section));
    }

    private static <T extends Declaration> Map<String, T> byName(List<T> declarations) {
        Map<String, T> byName = new LinkedHashMap<>();
        for (T declaration : declarations) {
            byName.putIfAbsent(declaration.logicalId().name(), declaration);
        }
        return byName;
    }

    /** Finds the conditions that differ, and from there all that ask for them. */
    private void redefineConditions() {
        Map<String, List<String>> askedBy = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>(oldConditions.keySet());
        names.addAll(newConditions.keySet());
        for (String name : names) {
            Condition before = oldConditions.get(name);
            Condition after = newConditions.get(name);
            Uses uses = Uses.of(before == null ? null : before.body());
            String reason = Objects.equals(before, after)
                    ? ofValues(uses)
                    : "the condition " + name + " asks for something else";
            if (!reason.isEmpty()) {
                conditions.put(name, reason);
            }
            for (String asked : uses.conditions()) {
                askedBy.computeIfAbsent(asked, one -> new ArrayList<>()).add(name);
            }
        }
        for (String asked : askedBy.keySet()) {
            if (madeConditions && !names.contains(asked)) {
                conditions.put(asked, made(asked));
            }
        }
        Deque<String> open = new ArrayDeque<>(conditions.keySet());
        while (!open.isEmpty()) {
            String redefined = open.remove();
            String reason = Objects.requireNonNull(conditions.get(redefined));
            for (String user : askedBy.getOrDefault(redefined, List.of())) {
                if (conditions.putIfAbsent(user, reason) == null) {
                    open.add(user);
                }
            }
        }
    }

    private static String made(String name) {
        return "what makes " + name + " differs";
    }

    /** Why something that stands alike in both templates may have another value; empty if it has the same. */
    String of(Uses uses) {
        String reason = ofValues(uses);
        for (String name : uses.conditions()) {
            reason = reason.isEmpty() ? condition(name) : reason;
        }
        return reason;
    }

    private String ofValues(Uses uses) {
        for (String name : uses.names()) {
            String reason = parameter(name);
            if (!reason.isEmpty()) {
                return reason;
            }
        }
        for (String name : uses.mappings()) {
            if (name.equals(Uses.ANY)) {
                if (madeMappings || !oldMappings.equals(newMappings)) {
                    return "a mapping has other entries";
                }
            } else if (!Objects.equals(oldMappings.get(name), newMappings.get(name))) {
                return "the mapping " + name + " has other entries";
            } else if (madeMappings && !oldMappings.containsKey(name)) {
                return made(name);
            }
        }
        return "";
    }

    /** Why a parameter may have another value; empty if it has the same, or is none in both templates. */
    String parameter(String name) {
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

    /** Whether a name is that of a parameter of either template. */
    boolean isParameter(String name) {
        return oldParameters.containsKey(name) || newParameters.containsKey(name);
    }

    /** Why a condition may turn out otherwise; empty if it turns out alike. */
    String condition(String name) {
        if (name.equals(Uses.ANY)) {
            return conditions.isEmpty() && !madeConditions ? "" : "a condition asks for something else";
        }
        String known = conditions.get(name);
        if (known != null) {
            return known;
        }
        return madeConditions && !oldConditions.containsKey(name) ? made(name) : "";
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
