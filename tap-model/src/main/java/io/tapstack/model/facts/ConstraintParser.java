package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** Reads {@code required-xor=A,B+C} and {@code dependent-required=A:B,C}. */
final class ConstraintParser {

    private ConstraintParser() {}

    static ConstraintFacts parse(String token) {
        for (ConstraintFacts.Kind kind : ConstraintFacts.Kind.values()) {
            int end = kind.toString().length();
            if (token.startsWith(kind.toString()) && token.startsWith("=", end)) {
                return of(kind, token, token.substring(end + 1));
            }
        }
        throw new IllegalArgumentException("unknown constraint '" + token + "'");
    }

    private static ConstraintFacts of(ConstraintFacts.Kind kind, String token, String value) {
        int colon = value.indexOf(':');
        if (kind.dependent() != colon > 0) {
            throw new IllegalArgumentException("malformed constraint '" + token + "'");
        }
        List<List<String>> alternatives = new ArrayList<>();
        for (String group : FactsText.list(value.substring(colon + 1))) {
            alternatives.add(Collections.unmodifiableList(Arrays.asList(group.split("\\+"))));
        }
        String subject = colon > 0 ? value.substring(0, colon) : null;
        return new ConstraintFacts(kind, subject, Collections.unmodifiableList(alternatives));
    }
}
