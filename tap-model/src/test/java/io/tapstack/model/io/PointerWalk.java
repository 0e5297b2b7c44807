package io.tapstack.model.io;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON pointers of all members of a parsed document, each with its last step as JSON writes it. */
final class PointerWalk {

    private PointerWalk() {}

    static Map<String, String> pointers(Object parsed) {
        Map<String, String> pointers = new LinkedHashMap<>();
        walk(parsed, "", pointers);
        return pointers;
    }

    private static void walk(Object parsed, String pointer, Map<String, String> pointers) {
        if (parsed instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                String step = String.valueOf(name).replace("~", "~0").replace("/", "~1");
                TextBuffer key = new TextBuffer(null, 16);
                JsonText.write(key, String.valueOf(name));
                pointers.put(pointer + "/" + step, key.toString());
                walk(value, pointer + "/" + step, pointers);
            });
        } else if (parsed instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                walk(list.get(i), pointer + "/" + i, pointers);
            }
        }
    }
}
