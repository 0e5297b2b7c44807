package io.tapstack.reference.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells templates from other files of a directory by a look at their beginning: the extension is one of templates, and there is a key
 * {@code Resources} or {@code AWSTemplateFormatVersion}, in YAML at the start of a line. A template with a slip in it is still one.
 */
final class TemplateSniffer {

    private static final int BEGINNING = 1 << 20;
    private static final List<String> EXTENSIONS = List.of(".yaml", ".yml", ".json", ".template");
    private static final Pattern YAML_KEY =
            Pattern.compile("(?m)^[\"']?(?:Resources|AWSTemplateFormatVersion)[\"']?\\s*:");
    private static final Pattern JSON_KEY =
            Pattern.compile("[\"']?\\b(?:Resources[\"']?\\s*:\\s*\\{|AWSTemplateFormatVersion[\"']?\\s*:)");

    private TemplateSniffer() {}

    /** Whether a file looks like a template. One that can't be read but has the name of one does, so that it is not overlooked. */
    static boolean isTemplate(Path file) {
        if (!hasExtension(file) || !Files.isRegularFile(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            return isTemplate(new String(in.readNBytes(BEGINNING), StandardCharsets.UTF_8));
        } catch (IOException e) {
            return true;
        }
    }

    static boolean isTemplate(String beginning) {
        String text = beginning.startsWith("\uFEFF") ? beginning.substring(1) : beginning;
        boolean inBraces = text.stripLeading().startsWith("{");
        return (inBraces ? JSON_KEY : YAML_KEY).matcher(text).find();
    }

    private static boolean hasExtension(Path file) {
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return EXTENSIONS.stream().anyMatch(name::endsWith);
    }
}
