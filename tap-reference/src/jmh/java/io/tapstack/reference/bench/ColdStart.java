package io.tapstack.reference.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.tapstack.model.io.TemplateWriter;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.tools.ToolProvider;
import org.yaml.snakeyaml.Yaml;

/**
 * How long {@code tap synth transaction} takes from the start of the JVM to its end, against a JVM that only has Jackson write the
 * same data. Both run in turns, so that whatever else the machine does hits both.
 */
public final class ColdStart {

    private static final int ROUNDS = 21;
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private ColdStart() {}

    /** Measures; takes the jar and a folder for what is made on the way. */
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        Path jar = Path.of(args[0]);
        Path folder = Files.createDirectories(Path.of(args[1]));
        String classPath = jackson() + File.pathSeparator + compile(folder);
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (String format : List.of("yaml", "json")) {
            commands.put("Jackson alone, " + format, List.of(JAVA, "-cp", classPath, JacksonProgram.NAME, format));
            commands.put(
                    "tap synth, " + format,
                    List.of(JAVA, "-jar", jar.toString(), "synth", "transaction", "--format", format));
        }
        System.out.print(table(measure(commands)));
    }

    private static Path compile(Path folder) throws IOException, URISyntaxException {
        String json = TemplateWriter.json().write(Subject.TRANSACTION.build());
        Path source = folder.resolve(JacksonProgram.NAME + ".java");
        Files.writeString(source, JacksonProgram.source(new ObjectMapper().readTree(json)));
        int exitCode = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-cp",
                        jackson(),
                        "-encoding",
                        "UTF-8",
                        "-d",
                        folder.toString(),
                        source.toString());
        if (exitCode != 0) {
            throw new IllegalStateException("the program to compare with does not compile");
        }
        return folder;
    }

    private static String jackson() throws URISyntaxException {
        List<String> jars = new ArrayList<>();
        for (Class<?> type :
                List.of(ObjectMapper.class, JsonFactory.class, JsonInclude.class, YAMLMapper.class, Yaml.class)) {
            jars.add(Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString());
        }
        return String.join(File.pathSeparator, jars);
    }

    private static Map<String, List<Double>> measure(Map<String, List<String>> commands)
            throws IOException, InterruptedException {
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round <= ROUNDS; round++) {
            for (Map.Entry<String, List<String>> command : commands.entrySet()) {
                double time = run(command.getValue());
                if (round > 0) {
                    times.computeIfAbsent(command.getKey(), name -> new ArrayList<>())
                            .add(time);
                }
            }
        }
        times.values().forEach(Collections::sort);
        return times;
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        int exitCode = process.waitFor();
        if (exitCode != 0) {
            throw new IllegalStateException("exit code " + exitCode + " of " + command);
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static String table(Map<String, List<Double>> times) {
        StringBuilder text =
                new StringBuilder("\n| command, of " + ROUNDS + " runs | least ms | median ms | ratio of medians |\n");
        text.append("|---|---:|---:|---:|\n");
        double baseline = 0;
        for (Map.Entry<String, List<Double>> entry : times.entrySet()) {
            double median = entry.getValue().get(ROUNDS / 2);
            baseline = entry.getKey().startsWith("Jackson") ? median : baseline;
            text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.2f |%n",
                    entry.getKey(),
                    entry.getValue().get(0),
                    median,
                    median / baseline));
        }
        return text.toString();
    }
}
