package io.tapstack.model.io;

import io.tapstack.model.value.Literal;
import org.jspecify.annotations.Nullable;

/** What the tags of YAML mean in a template. */
final class YamlTagNames {

    private static final String YAML = "tag:yaml.org,2002:";

    private YamlTagNames() {}

    /** The name of a tag of YAML itself, such as {@code str}; null if it is none. */
    static @Nullable String core(String tag) {
        return tag.startsWith(YAML) ? tag.substring(YAML.length()) : null;
    }

    /** Whether a key with this tag is the text that it looks like. */
    static boolean isPlainKey(@Nullable String tag) {
        return tag == null || tag.equals("!") || core(tag) != null;
    }

    /** Whether a literal is what a tag of YAML says. */
    static boolean fits(String core, Literal<?> literal) {
        return switch (core) {
            case "str", "timestamp" -> literal.isString();
            case "int", "float" -> literal.isNumber();
            case "bool" -> literal.content() instanceof Boolean;
            case "null" -> literal.isNull();
            default -> false;
        };
    }

    /** The function whose short form a tag is, known or not; null if it can't be one. */
    static @Nullable String function(String tag) {
        if (tag.length() < 2 || tag.charAt(0) != '!') {
            return null;
        }
        String name = tag.substring(1);
        return name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
    }
}
