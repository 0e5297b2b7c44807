package io.tapstack.reference.report;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Names of files as URI references: relative names stay relative, and every odd byte is escaped. */
final class FileUri {

    private static final String PLAIN = "-._~/";

    private FileUri() {}

    static String of(String file) {
        String slashed = File.separatorChar == '/' ? file : file.replace(File.separatorChar, '/');
        StringBuilder uri = new StringBuilder(slashed.length() + 16);
        if (slashed.startsWith("/")) {
            uri.append("file://");
        } else if (slashed.length() > 1 && slashed.charAt(1) == ':' && File.separatorChar == '\\') {
            uri.append("file:///");
        }
        for (byte b : slashed.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xFF);
            boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
            if (alphanumeric || PLAIN.indexOf(c) >= 0) {
                uri.append(c);
            } else {
                uri.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return uri.toString();
    }
}
