package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.value.And;
import io.tapstack.model.value.LogicalId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Conditions that no preset knows by itself: that two of them hold at once. Each is made once. */
final class CombinedConditions {

    private final Map<LogicalId, Condition> made = new LinkedHashMap<>();

    /** That both hold; just the one that there is, if there is one only. */
    Optional<Condition> both(Optional<Condition> own, Optional<Condition> other) {
        if (own.isEmpty() || other.isEmpty() || own.equals(other)) {
            return own.isPresent() ? own : other;
        }
        Condition first = own.get();
        Condition second = other.get();
        LogicalId id = LogicalId.of(first.logicalId() + "And" + second.logicalId());
        return Optional.of(made.computeIfAbsent(
                id, name -> Condition.of(name.name(), And.of(first.ref(), second.ref()))));
    }

    /** Those that were made, in order. */
    Collection<Condition> made() {
        return Collections.unmodifiableCollection(made.values());
    }
}
