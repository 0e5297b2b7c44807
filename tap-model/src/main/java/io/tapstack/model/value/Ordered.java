package io.tapstack.model.value;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Gives every map one order: its own if it has one, else that of its keys. */
final class Ordered {

    private Ordered() {}

    static PropertyBag bag(Map<String, ? extends Value<?>> map) {
        PropertyBag.Builder bag = PropertyBag.builder();
        for (Map.Entry<String, ? extends Value<?>> entry : entries(map)) {
            bag.put(entry.getKey(), entry.getValue());
        }
        return bag.build();
    }

    static <K, V> Collection<? extends Map.Entry<K, V>> entries(Map<K, V> map) {
        if (map instanceof LinkedHashMap || map instanceof SortedMap || map.size() < 2) {
            return map.entrySet();
        }
        List<Map.Entry<K, V>> entries = new ArrayList<>(map.entrySet());
        entries.sort((one, other) -> String.valueOf(one.getKey()).compareTo(String.valueOf(other.getKey())));
        return entries;
    }
}
