package io.tapstack.model.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Compiles the golden files without a warning against the base classes of {@code tap-model}, then a class that uses them as one
 * ordinarily would: so no call is ambiguous, and what comes out is what was put in.
 */
class GoldenCompilationTest {

    private static final Path MODEL = Path.of("../src/main/java/io/tapstack/model");

    @TempDir
    private static Path classes;

    private static String diagnostics = "";

    @BeforeAll
    static void compile() throws IOException {
        List<Path> sources = new ArrayList<>(List.of(MODEL.resolve("package-info.java")));
        for (Path folder : List.of(MODEL.resolve("value"), MODEL.resolve("template"), Golden.EXPECTED, Golden.USE)) {
            try (Stream<Path> paths = Files.walk(folder)) {
                paths.filter(path -> path.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter out = new StringWriter();
        List<String> options = List.of(
                "-Xlint:all,-processing,-serial,-varargs", "-Werror", "--release", "17", "-d", classes.toString());
        try (var files = compiler.getStandardFileManager(null, null, null)) {
            compiler.getTask(out, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
        }
        diagnostics = out.toString();
    }

    @Test
    void compilesWithoutWarning() {
        assertThat(diagnostics).isEmpty();
    }

    @Test
    void ordinaryUseGivesTheTemplateMeant() throws Exception {
        assertThat(used("overloads")).isEqualTo(Files.readString(Golden.USE.resolve("overloads.txt")));
    }

    @Test
    void clashingNamesLeadToTheirProperties() throws Exception {
        assertThat(used("clashes")).isEqualTo(Files.readString(Golden.USE.resolve("clashes.txt")));
    }

    @Test
    void attributesLeadToTheirNames() throws Exception {
        assertThat(used("attributes")).isEqualTo(Files.readString(Golden.USE.resolve("attributes.txt")));
    }

    @Test
    void allMethodsOfTheBaseClassesAreReserved() throws Exception {
        String base = "io.tapstack.model.";

        assertThat(ShapePlan.MEMBERS)
                .containsAll(methods(base + "template.Resource"))
                .containsAll(methods(base + "value.PropertyObject"));
        assertThat(ShapePlan.BUILDER_MEMBERS)
                .containsAll(methods(base + "template.Resource$Builder"))
                .containsAll(methods(base + "value.PropertyObject$Builder"));
    }

    /** The methods that a subclass sees. */
    private static Set<String> methods(String className) throws Exception {
        Set<String> names = new TreeSet<>();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            for (Class<?> type = loader.loadClass(className); type != null; type = type.getSuperclass()) {
                for (Method method : type.getDeclaredMethods()) {
                    if ((method.getModifiers() & (Modifier.PUBLIC | Modifier.PROTECTED)) != 0
                            && !method.isSynthetic()) {
                        names.add(method.getName());
                    }
                }
            }
        }
        return names;
    }

    private static String used(String method) throws Exception {
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            return (String) loader.loadClass("use.GoldenUse").getMethod(method).invoke(null);
        }
    }
}
