package io.tapstack.patterns.doc;

import io.tapstack.model.template.Template;
import io.tapstack.patterns.preset.SecureStack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;

/** The example of a preset: the class {@code <Preset>Example} with its method {@code stack()}. */
public final class PresetExample {

    private static final String PACKAGE = "io.tapstack.patterns.example";
    private static final Path SOURCES = Path.of("src/test/java", PACKAGE.replace('.', '/'));
    private static final Path GOLDEN = Path.of("src/test/resources/golden");

    private final String preset;

    private PresetExample(String preset) {
        this.preset = preset;
    }

    /** The example of this preset. */
    public static PresetExample of(Class<?> preset) {
        return new PresetExample(preset.getSimpleName());
    }

    /** The stack that it composes. */
    public Template template() {
        try {
            Method method = Class.forName(PACKAGE + '.' + preset + "Example").getDeclaredMethod("stack");
            method.setAccessible(true);
            return ((SecureStack) method.invoke(null)).template();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("no example of " + preset + " with a method stack()", e);
        }
    }

    /** Where its reviewed template stands. */
    public Path golden() {
        return GOLDEN.resolve(preset + ".yml");
    }

    /** Its source from the class on, without package, imports and the constructor that nobody calls. */
    String source() {
        try {
            String text = Files.readString(SOURCES.resolve(preset + "Example.java"));
            int start = text.indexOf("final class ");
            String body = text.substring(text.indexOf('{', start) + 1, text.lastIndexOf('}'));
            return body.replaceFirst("private \\w+\\(\\) \\{}\\s*", "").strip().replaceAll("(?m)^ {4}", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return preset;
    }
}
