package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What values name. */
final class Targets {

    private Targets() {}

    /** The only resource or parameter that a value names, by whatever function. */
    static Optional<String> of(Node node) {
        Optional<String> target = node.target();
        if (target.isPresent() || !node.isUnknown()) {
            return target;
        }
        Set<String> names = Mentions.of(node.value());
        names.removeIf(name -> name.startsWith("AWS::"));
        return names.size() == 1 ? names.stream().findFirst() : Optional.empty();
    }

    /** The same, or the id that is written out, in a way that is the name of nothing in a template; empty if neither is known. */
    static String key(Node node) {
        return of(node).or(() -> node.text().map(id -> "=" + id)).orElse("");
    }

    /**
     * When each of the keys of some values is there, without those that are not known.
     *
     * @param nodes all ways in which a value can turn out while the guard is so
     */
    static Map<String, Presence> keys(List<Node> nodes, @Nullable Guard guard) {
        Map<String, List<Node>> byKey = new LinkedHashMap<>();
        nodes.forEach(node ->
                byKey.computeIfAbsent(key(node), key -> new ArrayList<>(1)).add(node));
        byKey.remove("");
        Map<String, Presence> keys = new LinkedHashMap<>();
        byKey.forEach(
                (key, some) -> keys.put(key, some.size() == nodes.size() ? Presence.of(guard) : Presence.any(some)));
        return keys;
    }
}
