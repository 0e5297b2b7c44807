package io.tapstack.model.codegen;

import java.util.Locale;

/** Turns CloudFormation's names into the names of Java methods and constants. */
final class Identifiers {

    private Identifiers() {}

    /** {@code TableName} becomes {@code TableName}, {@code allowedOrigins} becomes {@code AllowedOrigins}: for getters. */
    static String upperCamel(String name) {
        StringBuilder out = new StringBuilder(name.length());
        boolean wordStarts = true;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (isWordPart(c)) {
                out.append(wordStarts ? Character.toUpperCase(c) : c);
                wordStarts = false;
            } else {
                wordStarts = true;
            }
        }
        return out.toString();
    }

    /**
     * {@code TableName} becomes {@code tableName}, {@code SSESpecification} {@code sseSpecification}, {@code Endpoint.Address}
     * {@code endpointAddress}. A leading run of capitals is one word; its last capital starts the next word, unless a digit, a
     * plural s or the v of a version follows: {@code EC2Id}, {@code ARNs} and {@code IPv6Cidr} become {@code ec2Id},
     * {@code arns} and {@code ipv6Cidr}.
     */
    static String lowerCamel(String name) {
        String text = upperCamel(name);
        int run = 0;
        while (run < text.length() && Character.isUpperCase(text.charAt(run))) {
            run++;
        }
        boolean nextWordStarts = run > 1 && run < text.length() && !belongsToRun(text, run);
        int lower = nextWordStarts ? run - 1 : run;
        String result = text.substring(0, lower).toLowerCase(Locale.ROOT) + text.substring(lower);
        return Character.isDigit(result.charAt(0)) ? '_' + result : result;
    }

    /** {@code PAY_PER_REQUEST} stays, {@code aws:kms} becomes {@code AWS_KMS}, {@code InService} {@code IN_SERVICE}; may begin with a digit. */
    static String constant(String value) {
        StringBuilder out = new StringBuilder(value.length() + 4);
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean part = isWordPart(c);
            if (out.length() > 0 && out.charAt(out.length() - 1) != '_' && (!part || wordStartsAt(value, i))) {
                out.append('_');
            }
            if (part) {
                out.append(Character.toUpperCase(c));
            }
        }
        while (out.length() > 0 && out.charAt(out.length() - 1) == '_') {
            out.setLength(out.length() - 1);
        }
        if (out.length() == 0) {
            return value.isEmpty() ? "EMPTY" : spelledOut(value);
        }
        return out.toString();
    }

    /** Whether the letters or digits at a position belong to the capitals before it. */
    private static boolean belongsToRun(String text, int at) {
        char c = text.charAt(at);
        boolean wordEnds = at + 1 == text.length() || Character.isUpperCase(text.charAt(at + 1));
        boolean versionFollows = at + 1 < text.length() && Character.isDigit(text.charAt(at + 1));
        return !Character.isLowerCase(c) || (c == 's' && wordEnds) || (c == 'v' && versionFollows);
    }

    private static boolean wordStartsAt(String value, int at) {
        if (at == 0 || !Character.isUpperCase(value.charAt(at))) {
            return false;
        }
        char before = value.charAt(at - 1);
        boolean lowerFollows = at + 1 < value.length() && Character.isLowerCase(value.charAt(at + 1));
        return Character.isLowerCase(before) || (lowerFollows && isWordPart(before) && !belongsToRun(value, at + 1));
    }

    private static String spelledOut(String symbols) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < symbols.length(); i++) {
            out.append(i == 0 ? "" : "_").append(constant(String.valueOf(Character.getName(symbols.charAt(i)))));
        }
        return out.toString();
    }

    private static boolean isWordPart(char c) {
        return c < 128 && Character.isLetterOrDigit(c);
    }
}
