package io.tapstack.model.codegen.jar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** On {@code Lambdas.java} among the resources, which has a lambda of each kind and says what each of them gives. */
class QuickJarTest {

    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    @TempDir
    private Path folder;

    private final Map<String, byte[]> files = new TreeMap<>();
    private Path jar;

    @BeforeEach
    void compile() throws IOException {
        jar = folder.resolve("lambdas.jar");
        Path source = folder.resolve("sample/Lambdas.java");
        Files.createDirectories(source.getParent());
        try (InputStream text = QuickJarTest.class.getResourceAsStream("/jar/Lambdas.java")) {
            Files.write(source, text.readAllBytes());
        }
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "--release", "17", "-d", folder.toString(), source.toString());
        assertThat(exitCode).isZero();
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
            }
        }
    }

    @Test
    void codeDoesWhatItDidBefore() throws Exception {
        write(jar);
        List<?> before = run(jar);
        QuickJar.main(new String[] {jar.toString(), "sample"});

        assertThat(run(jar)).isEqualTo(before).hasSizeGreaterThan(20);
    }

    @Test
    void lambdasAreClassesOfTheJar() throws IOException {
        write(jar);
        assertThat(lambdasMadeByTheJvm(jar)).hasSizeGreaterThan(20);
        QuickJar.main(new String[] {jar.toString(), "sample"});

        assertThat(lambdasMadeByTheJvm(jar))
                .as("a serializable lambda and those that widen a number are left to the JVM")
                .containsOnly(
                        "metafactory getAsLong", "metafactory applyAsLong", "metafactory apply", "altMetafactory get")
                .hasSize(6);
        assertThat(read(jar)).containsKey("sample/Lambdas$Inner$Lambda0.class");
    }

    @Test
    void classesOfOtherPackagesStayAsTheyAre() throws IOException {
        write(jar);
        Map<String, byte[]> before = read(jar);
        QuickJar.main(new String[] {jar.toString(), "other"});

        assertThat(read(jar)).containsExactlyEntriesOf(before);
    }

    @Test
    void classesAreStoredAsTheyAreAndAllElseIsPacked() throws IOException {
        write(jar);
        QuickJar.main(new String[] {jar.toString(), "sample"});

        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                assertThat(entry.getMethod())
                        .as(entry.getName())
                        .isEqualTo(entry.getName().endsWith(".class") ? ZipEntry.STORED : ZipEntry.DEFLATED);
                assertThat(entry.getTimeLocal()).as(entry.getName()).isEqualTo(TIME);
            }
        }
    }

    @Test
    void theSameJarGivesTheSameBytes() throws IOException {
        Path second = folder.resolve("second.jar");
        write(jar);
        write(second);
        QuickJar.main(new String[] {jar.toString(), "sample"});
        QuickJar.main(new String[] {second.toString(), "sample"});

        assertThat(second).hasSameBinaryContentAs(jar);
    }

    @Test
    void aClassThatIsThereIsNotReplaced() throws IOException {
        files.put("sample/Lambdas$Lambda0.class", files.get("sample/Base.class"));
        write(jar);
        byte[] before = Files.readAllBytes(jar);

        assertThatThrownBy(() -> QuickJar.main(new String[] {jar.toString(), "sample"}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("sample/Lambdas$Lambda0");
        assertThat(jar).hasBinaryContent(before);
    }

    @Test
    void nothingIsWrittenIfTheJvmDoesNotTakeAClass() throws IOException {
        files.remove("sample/Base.class");
        write(jar);
        byte[] before = Files.readAllBytes(jar);

        assertThatThrownBy(() -> QuickJar.main(new String[] {jar.toString(), "sample"}))
                .isInstanceOf(NoClassDefFoundError.class);
        assertThat(jar).hasBinaryContent(before);
        assertThat(folder.resolve("lambdas.jar.new")).doesNotExist();
    }

    private void write(Path target) throws IOException {
        Map<String, byte[]> content = new LinkedHashMap<>();
        files.forEach((name, bytes) -> {
            if (!name.endsWith(".jar")) {
                content.put(name, bytes);
            }
        });
        JarContent.of(content, TIME).write(target, name -> false);
    }

    private static Map<String, byte[]> read(Path jar) throws IOException {
        return JarContent.read(jar).files();
    }

    private static List<?> run(Path jar) throws Exception {
        URL[] path = {jar.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(path, ClassLoader.getPlatformClassLoader())) {
            return (List<?>) Class.forName("sample.Lambdas", true, loader)
                    .getMethod("run")
                    .invoke(null);
        }
    }

    private static List<String> lambdasMadeByTheJvm(Path jar) throws IOException {
        List<String> found = new ArrayList<>();
        read(jar).forEach((name, bytes) -> {
            if (name.endsWith(".class")) {
                new ClassReader(bytes).accept(new LambdaFinder(found), 0);
            }
        });
        return found;
    }

    /** Notes which factory of the JVM is asked for which method. */
    private static final class LambdaFinder extends ClassVisitor {

        private final List<String> found;

        LambdaFinder(List<String> found) {
            super(Opcodes.ASM9);
            this.found = found;
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, String signature, String[] exceptions) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(String method, String made, Handle bootstrap, Object... arguments) {
                    if (bootstrap.getOwner().equals("java/lang/invoke/LambdaMetafactory")) {
                        found.add(bootstrap.getName() + " " + method);
                    }
                }
            };
        }
    }
}
