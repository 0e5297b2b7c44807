package io.tapstack.model.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A piece of the text of {@link Sub}: literal text or a placeholder. */
public final class SubPart {

    private final String text;
    private final boolean placeholder;

    private SubPart(String text, boolean placeholder) {
        this.text = text;
        this.placeholder = placeholder;
    }

    /** The literal text, or what stands between <code>${</code> and <code>}</code>. */
    public String text() {
        return text;
    }

    /** Whether CloudFormation replaces it. */
    public boolean isPlaceholder() {
        return placeholder;
    }

    /** For a placeholder, the parameter, resource or variable: what stands before the first dot. */
    public String name() {
        int dot = text.indexOf('.');
        return dot < 0 ? text : text.substring(0, dot);
    }

    /** For a placeholder, the attribute: what stands behind the first dot. */
    public Optional<String> attribute() {
        int dot = text.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.of(text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return placeholder ? "${" + text + "}" : text;
    }

    static List<SubPart> parse(String text) {
        int open = text.indexOf("${");
        if (open < 0) {
            return List.of(new SubPart(text, false));
        }
        List<SubPart> parts = new ArrayList<>();
        StringBuilder escaped = null;
        int start = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            if (text.charAt(open + 2) == '!') {
                escaped = escaped == null ? new StringBuilder() : escaped;
                escaped.append(text, start, open + 2).append(text, open + 3, close + 1);
            } else {
                literal(parts, escaped, text, start, open);
                escaped = null;
                parts.add(new SubPart(text.substring(open + 2, close).strip(), true));
            }
            start = close + 1;
            open = text.indexOf("${", start);
        }
        literal(parts, escaped, text, start, text.length());
        return Collections.unmodifiableList(parts);
    }

    /** Adds literal text, unless it is empty: what stands before a position, and what stands from there to another. */
    private static void literal(List<SubPart> parts, @Nullable StringBuilder before, String text, int start, int end) {
        if (before != null) {
            parts.add(new SubPart(before.append(text, start, end).toString(), false));
        } else if (start < end) {
            parts.add(new SubPart(text.substring(start, end), false));
        }
    }
}
