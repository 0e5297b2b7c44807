package io.tapstack.reference.graph;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects links: those between the same two parts become one, and what says less gives way to what says more. */
final class Links {

    private record Pair(String from, String to) {}

    private final Map<Pair, Set<LinkKind>> kinds = new LinkedHashMap<>();

    void add(String from, String to, LinkKind kind) {
        if (!from.equals(to)) {
            kinds.computeIfAbsent(new Pair(from, to), pair -> EnumSet.noneOf(LinkKind.class))
                    .add(kind);
        }
    }

    boolean has(String from, String to) {
        return kinds.containsKey(new Pair(from, to));
    }

    /** Whether a link says more than that there is one. */
    private boolean says(String from, String to) {
        Set<LinkKind> found = kinds.getOrDefault(new Pair(from, to), Set.of());
        return found.stream().anyMatch(kind -> kind != LinkKind.USES);
    }

    /** The links in the order in which they were added first. */
    List<Link> all() {
        List<Link> all = new ArrayList<>();
        kinds.forEach((pair, found) -> {
            Set<LinkKind> told = EnumSet.copyOf(found);
            if (told.contains(LinkKind.FAILURES)) {
                told.remove(LinkKind.WRITES);
            }
            if (told.size() > 1 || says(pair.to(), pair.from())) {
                told.remove(LinkKind.USES);
            }
            if (!told.isEmpty()) {
                all.add(new Link(pair.from(), pair.to(), Collections.unmodifiableSet(told)));
            }
        });
        return Collections.unmodifiableList(all);
    }
}
