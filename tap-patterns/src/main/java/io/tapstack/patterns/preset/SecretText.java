package io.tapstack.patterns.preset;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** The JSON to which a secret's generated member is added: what in it is no secret. */
final class SecretText {

    private static final Pattern SECRET =
            Pattern.compile("passw|passphrase|secret|token|credential|private|apikey|api_key|salt");

    private SecretText() {}

    /** Whether a member of this name looks like one that must be generated, and not be written into a template. */
    static boolean looksSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** An object of these members; texts that are references are put in as they are. */
    static Value<String> json(Map<String, Value<?>> members) {
        List<Value<String>> parts = new ArrayList<>();
        StringBuilder text = new StringBuilder("{");
        String separator = "";
        for (Map.Entry<String, Value<?>> member : members.entrySet()) {
            text.append(separator).append(quoted(member.getKey())).append(':');
            separator = ",";
            Value<?> value = member.getValue();
            if (value instanceof Literal<?> literal) {
                text.append(literal.isString() ? quoted(literal.text()) : literal.text());
            } else {
                parts.add(Value.of(text.append('"').toString()));
                parts.add(reference(value));
                text = new StringBuilder("\"");
            }
        }
        Value<String> rest = Value.of(text.append('}').toString());
        if (parts.isEmpty()) {
            return rest;
        }
        parts.add(rest);
        return joined(parts);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Sub joined(List<Value<String>> parts) {
        return Sub.concat((Value<String>[]) parts.toArray(new Value[0]));
    }

    @SuppressWarnings("unchecked")
    private static Value<String> reference(Value<?> value) {
        return (Value<String>) value;
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == '"' || character == '\\') {
                quoted.append('\\').append(character);
            } else if (character < ' ') {
                quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) character));
            } else {
                quoted.append(character);
            }
        }
        return quoted.append('"').toString();
    }
}
