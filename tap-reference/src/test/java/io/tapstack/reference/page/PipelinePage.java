package io.tapstack.reference.page;

import io.tapstack.model.template.Template;
import io.tapstack.reference.graph.Architecture;
import io.tapstack.reference.graph.MermaidWriter;
import io.tapstack.reference.pipeline.ReferencePipeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page of a pipeline, and what the code has to say in its generated parts. */
final class PipelinePage {

    static final Path FOLDER = Path.of("../docs/pipelines");

    private static final Pattern PART =
            Pattern.compile("(<!-- generated: ([a-z]+) -->\n).*?(<!-- /generated: \\2 -->)", Pattern.DOTALL);

    private final ReferencePipeline pipeline;
    private final Template template;
    private final Map<String, Supplier<String>> parts = new LinkedHashMap<>();

    PipelinePage(ReferencePipeline pipeline) {
        this.pipeline = pipeline;
        this.template = pipeline.template();
        TemplateTables tables = new TemplateTables(template);
        parts.put("size", () -> new Size(template).sentence());
        parts.put("picture", () -> "```mermaid\n" + MermaidWriter.write(Architecture.of(template)) + "```\n");
        parts.put("options", () -> OptionTable.of(pipeline));
        parts.put("parameters", tables::parameters);
        parts.put("outputs", tables::outputs);
        parts.put("exceptions", tables::exceptions);
        parts.put("controls", () -> ControlTable.of(pipeline, template));
    }

    Path file() {
        return FOLDER.resolve(pipeline.name() + ".md");
    }

    /** The names of the generated parts that a page must have; options only if the pipeline has any. */
    Iterable<String> demanded() {
        return parts.keySet().stream()
                .filter(part -> !part.equals("options") || !pipeline.options().isEmpty())
                .toList();
    }

    String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as it should be: what is written by hand, and the generated parts as the code has them now. */
    String expected() {
        return expected(text());
    }

    String expected(String text) {
        return PART.matcher(text)
                .replaceAll(found ->
                        Matcher.quoteReplacement(found.group(1) + "\n" + part(found.group(2)) + "\n" + found.group(3)));
    }

    /** What is written by hand. */
    static String byHand(String text) {
        return PART.matcher(text).replaceAll("");
    }

    private String part(String name) {
        Supplier<String> part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException(file() + ": no part is called " + name + " but " + parts.keySet());
        }
        return part.get();
    }

    @Override
    public String toString() {
        return pipeline.name();
    }
}
