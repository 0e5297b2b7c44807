package io.tapstack.reference.graph;

import io.tapstack.model.value.LogicalId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Names for areas and parts that no text of a template can spoil, each its own. */
final class SafeNames {

    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** The name of an area. */
    String of(Area area) {
        return name("n_", area.id());
    }

    /** The name of a part by its id. */
    String ofPart(String id) {
        return name("r_", id);
    }

    /** The logical id if it is a good one, behind letters that keep it from being a keyword. */
    private String name(String prefix, String id) {
        String key = prefix + id;
        String known = names.get(key);
        if (known == null) {
            String word = id.replace("::", "");
            String wished = LogicalId.isValid(word) ? prefix + word : prefix + "_" + names.size();
            known = taken.add(wished) ? wished : wished + "_" + names.size();
            names.put(key, known);
        }
        return known;
    }
}
