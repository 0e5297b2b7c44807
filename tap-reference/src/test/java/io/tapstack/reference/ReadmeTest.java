package io.tapstack.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README shows is compiled and run, and its links lead somewhere. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern FENCE = Pattern.compile("(?s)```(\\w+)\\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)\\)");
    private static final Pattern CLASS_NAME = Pattern.compile("public class (\\w+)");

    @TempDir
    Path folder;

    @Test
    void javaExamplesCompileAndRun() throws Exception {
        List<String> examples = blocks("java");

        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(run(example))
                    .contains("AWSTemplateFormatVersion: '2010-09-09'")
                    .contains("Type: AWS::DynamoDB::Table")
                    .contains("DeletionProtectionEnabled: !If [IsProd, true, false]");
        }
    }

    @Test
    void commandsAreOneLineEach() throws IOException {
        List<String> commands = blocks("bash");

        assertThat(commands).hasSize(2);
        assertThat(commands.get(0).strip())
                .doesNotContain("\n")
                .endsWith("java -jar tap-reference/target/tap.jar synth transaction --out TapStack.yml");
        assertThat(commands.get(1).strip()).isEqualTo("mvn verify");
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains(" verify\n");
    }

    @Test
    void linksLeadSomewhere() throws IOException {
        Matcher link = LINK.matcher(readme());
        int count = 0;
        while (link.find()) {
            if (!link.group(1).startsWith("http")) {
                assertThat(ROOT.resolve(link.group(1))).exists();
                count++;
            }
        }
        assertThat(count).isGreaterThan(5);
    }

    private String run(String source) throws Exception {
        Matcher name = CLASS_NAME.matcher(source);
        assertThat(name.find()).isTrue();
        String className = name.group(1);
        compile(className, source);
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            loader.loadClass(className).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }

    private void compile(String className, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///" + className + ".java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        boolean compiled = compiler.getTask(
                        messages,
                        null,
                        null,
                        List.of("-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(file))
                .call();
        assertThat(compiled).as(messages.toString()).isTrue();
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher fence = FENCE.matcher(readme());
        while (fence.find()) {
            if (fence.group(1).equals(language)) {
                blocks.add(fence.group(2));
            }
        }
        return blocks;
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
