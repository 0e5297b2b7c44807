package io.tapstack.model.codegen.jar;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Set;

/**
 * Rewrites a jar in place, so that a program in it starts faster: the lambdas of a package become classes, and classes are stored
 * as they are, since unpacking them takes time at every start.
 */
public final class QuickJar {

    private QuickJar() {}

    /**
     * Rewrites a jar; takes its path and the package whose lambdas are rewritten, with all below it.
     *
     * @throws IOException if the jar cannot be read or written
     * @throws LinkageError if the JVM does not take one of the rewritten classes; the jar stays as it was
     */
    public static void main(String[] args) throws IOException {
        Path file = Path.of(args[0]);
        JarContent jar = JarContent.read(file);
        Map<String, byte[]> rewritten = PlainLambdas.rewrite(jar.files(), args[1].replace('.', '/') + "/");
        Path beside = file.resolveSibling(file.getFileName() + ".new");
        try {
            jar.with(rewritten).write(beside, PlainLambdas::isClass);
            load(beside, rewritten.keySet());
            Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Has the JVM verify and initialize classes. */
    private static void load(Path jar, Set<String> names) throws IOException {
        URL[] path = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            for (String name : names) {
                Class.forName(PlainLambdas.className(name), true, loader);
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("a class that was written is not there", e);
        }
    }
}
