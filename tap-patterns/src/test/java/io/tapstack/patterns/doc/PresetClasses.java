package io.tapstack.patterns.doc;

import io.tapstack.patterns.preset.Preset;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds all presets by their compiled classes, so that none can be forgotten in a list. */
public final class PresetClasses {

    private PresetClasses() {}

    /** The public presets, by name. */
    public static List<Class<?>> all() {
        Path classes = Path.of(
                Preset.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        Path folder = classes.resolve(Preset.class.getPackageName().replace('.', '/'));
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && name.indexOf('$') < 0)
                    .map(name -> name.substring(0, name.length() - ".class".length()))
                    .sorted()
                    .<Class<?>>map(PresetClasses::load)
                    .filter(PresetClasses::isPreset)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Class<?> load(String simpleName) {
        try {
            return Class.forName(Preset.class.getPackageName() + '.' + simpleName);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPreset(Class<?> type) {
        return Preset.class.isAssignableFrom(type) && !type.isInterface() && Modifier.isPublic(type.getModifiers());
    }
}
