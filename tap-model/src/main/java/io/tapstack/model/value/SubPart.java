package io.tapstack.model.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

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
        StringBuilder literal = new StringBuilder();
        int position = 0;
        while (open >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            literal.append(text, position, open);
            String inside = text.substring(open + 2, close);
            if (inside.startsWith("!")) {
                literal.append("${").append(inside, 1, inside.length()).append('}');
            } else {
                if (literal.length() > 0) {
                    parts.add(new SubPart(literal.toString(), false));
                    literal.setLength(0);
                }
                parts.add(new SubPart(inside.strip(), true));
            }
            position = close + 1;
            open = text.indexOf("${", position);
        }
        literal.append(text, position, text.length());
        if (literal.length() > 0) {
            parts.add(new SubPart(literal.toString(), false));
        }
        return Collections.unmodifiableList(parts);
    }
}
