package io.tapstack.model.codegen.refresh;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Turns a regular expression of the schemas, written for ECMAScript, into one that means the same to Java. They differ inside
 * brackets: there {@code [} and {@code &&} are plain characters to ECMAScript, operators to Java.
 */
final class JavaPatterns {

    private JavaPatterns() {}

    /** The adapted expression; empty if Java can't compile it. */
    static Optional<String> adapt(String pattern) {
        String adapted = escapeInBrackets(pattern);
        try {
            Pattern.compile(adapted);
            return Optional.of(adapted);
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static String escapeInBrackets(String pattern) {
        StringBuilder out = new StringBuilder(pattern.length() + 8);
        boolean inside = false;
        for (int i = 0; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '\\' && i + 1 < pattern.length()) {
                out.append(c).append(pattern.charAt(++i));
                continue;
            }
            if (inside && (c == '[' || pattern.startsWith("&&", i))) {
                if (c == '[' && isPosixClass(pattern, i)) {
                    String name = pattern.substring(i + 2, pattern.indexOf(":]", i));
                    out.append("\\p{")
                            .append(Character.toUpperCase(name.charAt(0)))
                            .append(name.substring(1))
                            .append('}');
                    i += name.length() + 3;
                    continue;
                }
                out.append('\\');
            }
            out.append(c);
            if (inside) {
                inside = c != ']';
            } else if (c == '[') {
                inside = true;
                i = copyLeadingNegation(pattern, i, out);
            }
        }
        return out.toString();
    }

    private static boolean isPosixClass(String pattern, int at) {
        return Pattern.compile("\\[:(alpha|digit|alnum|upper|lower|punct|space):]")
                .matcher(pattern)
                .region(at, pattern.length())
                .lookingAt();
    }

    private static int copyLeadingNegation(String pattern, int at, StringBuilder out) {
        if (pattern.startsWith("^", at + 1)) {
            out.append('^');
            return at + 1;
        }
        return at;
    }
}
