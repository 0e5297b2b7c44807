package io.tapstack.model.validation.structure;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How the values of DNS records look, by type.
 *
 * @see <a href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html">DNS record types</a>
 */
final class RecordValues {

    private static final String NUMBER = "(0|[1-9][0-9]{0,4})";
    private static final String NAME = "[\\x21-\\x7e]+";
    private static final Pattern V4 = Pattern.compile("((25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])(\\.(?!$)|$)){4}");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final Pattern TEXT =
            Pattern.compile("(\"([^\"\\\\]|\\\\.){0,255}\" *)*\"([^\"\\\\]|\\\\.){0,255}\"");
    private static final Pattern CAA = Pattern.compile("(0|128) [a-zA-Z0-9]+ \".+\"");
    private static final Pattern HOST = Pattern.compile(NAME);
    private static final Pattern MAIL = Pattern.compile(NUMBER + " " + NAME);
    private static final Pattern SERVICE = Pattern.compile(NUMBER + " " + NUMBER + " " + NUMBER + " " + NAME);
    private static final int LARGEST = 65_535;

    private RecordValues() {}

    /** What a record of that type takes, if a text is not that; null if it is, or if nothing is known of the type. */
    static @Nullable String problem(String type, String text) {
        switch (type) {
            case "A":
                return V4.matcher(text).matches() ? null : "an IPv4 address";
            case "AAAA":
                return isV6(text) ? null : "an IPv6 address";
            case "TXT":
            case "SPF":
                return TEXT.matcher(text).matches() ? null : "texts in quotation marks of at most 255 characters each";
            case "CAA":
                return CAA.matcher(text).matches() ? null : "flags (0 or 128), a tag and a value in quotation marks";
            case "CNAME":
                return HOST.matcher(text).matches() ? null : "a name";
            case "MX":
                return MAIL.matcher(text).matches() && fits(text, 1) ? null : "a priority and a name";
            case "SRV":
                return SERVICE.matcher(text).matches() && fits(text, 3)
                        ? null
                        : "a priority, a weight, a port and a name";
            default:
                return null;
        }
    }

    private static boolean fits(String text, int numbers) {
        String[] parts = text.split(" ", numbers + 1);
        for (int i = 0; i < numbers; i++) {
            if (Integer.parseInt(parts[i]) > LARGEST) {
                return false;
            }
        }
        return true;
    }

    private static boolean isV6(String text) {
        int gap = text.indexOf("::");
        if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
            return false;
        }
        if (gap < 0) {
            return groups(text) == 8;
        }
        int before = gap == 0 ? 0 : groups(text.substring(0, gap));
        String rest = text.substring(gap + 2);
        int after = rest.isEmpty() ? 0 : groups(rest);
        return before >= 0 && after >= 0 && before + after < 8;
    }

    /** How many groups of 16 bits there are; -1 if one of them is none. */
    private static int groups(String text) {
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int i = 0; i < parts.length; i++) {
            boolean last = i == parts.length - 1;
            if (last && V4.matcher(parts[i]).matches()) {
                count += 2;
            } else if (GROUP.matcher(parts[i]).matches()) {
                count++;
            } else {
                return -1;
            }
        }
        return count;
    }
}
