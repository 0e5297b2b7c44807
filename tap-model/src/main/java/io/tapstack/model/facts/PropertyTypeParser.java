package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.List;

/** Recursive descent over the type grammar: {@code string}, {@code type:Name}, {@code list(…)}, {@code union(…,…)}. */
final class PropertyTypeParser {

    private static final PrimitiveType[] PRIMITIVES = PrimitiveType.values();

    private final String text;
    private int position;

    PropertyTypeParser(String text) {
        this.text = text;
    }

    PropertyType parse() {
        PropertyType type = type();
        if (position < text.length()) {
            throw notAType();
        }
        return type;
    }

    private PropertyType type() {
        int from = position;
        while (position < text.length() && isWord(text.charAt(position))) {
            position++;
        }
        String word = text.substring(from, position);
        if (position < text.length() && text.charAt(position) == '(') {
            position++;
            return composite(word);
        }
        return leaf(word);
    }

    private PropertyType leaf(String word) {
        if (word.startsWith("type:") && word.length() > 5) {
            return new StructType(word.substring(5));
        }
        for (PrimitiveType primitive : PRIMITIVES) {
            if (primitive.toString().equals(word)) {
                return primitive;
            }
        }
        throw notAType();
    }

    private PropertyType composite(String word) {
        List<PropertyType> inner = new ArrayList<>(2);
        do {
            inner.add(type());
        } while (skip(','));
        if (!skip(')')) {
            throw notAType();
        }
        if (word.equals("union") && inner.size() > 1) {
            return new UnionType(inner);
        }
        if (inner.size() == 1 && word.equals("list")) {
            return new ListType(inner.get(0));
        }
        if (inner.size() == 1 && word.equals("map")) {
            return new MapType(inner.get(0));
        }
        throw notAType();
    }

    private boolean skip(char expected) {
        if (position < text.length() && text.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private static boolean isWord(char c) {
        return c != '(' && c != ')' && c != ',';
    }

    private IllegalArgumentException notAType() {
        return new IllegalArgumentException("'" + text + "' is not a type");
    }
}
