package io.tapstack.patterns.doc;

import io.tapstack.model.template.Resource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page of a preset: written by hand but for what stands between two marks, which is made from the code. */
final class PresetPage {

    static final String START = "<!-- generated -->";
    static final String END = "<!-- /generated -->";

    private static final Path PAGES = Path.of("../docs/patterns");
    private static final Path SOURCES = Path.of("src/main/java/io/tapstack/patterns/preset");

    private final Class<?> preset;
    private final PresetSource source;

    PresetPage(Class<?> preset) {
        this.preset = preset;
        this.source = PresetSource.read(SOURCES.resolve(preset.getSimpleName() + ".java"));
    }

    Path file() {
        return PAGES.resolve(preset.getSimpleName() + ".md");
    }

    String summary() {
        return source.summary();
    }

    String text() {
        try {
            return Files.readString(file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page as it should be: what is written by hand, and the generated part as the code has it now. */
    String expected() {
        String text = text();
        int start = text.indexOf(START);
        int end = text.indexOf(END);
        if (start < 0 || end < start) {
            throw new IllegalStateException(file() + " lacks the marks " + START + " and " + END);
        }
        return text.substring(0, start + START.length()) + "\n\n" + generated() + '\n' + text.substring(end);
    }

    private String generated() {
        StringBuilder out = new StringBuilder();
        if (!source.options().isEmpty()) {
            out.append("## Options\n\n| option | type | default | |\n|---|---|---|---|\n");
            for (PresetSource.Line line : source.options()) {
                row(out, '`' + line.name() + '`', '`' + line.type() + '`', line.value(), line.comment());
            }
            out.append('\n');
        }
        if (!source.accesses().isEmpty()) {
            out.append("## What it lets others do\n\n| | |\n|---|---|\n");
            for (PresetSource.Line line : source.accesses()) {
                row(out, '`' + line.name() + '`', line.comment());
            }
            out.append('\n');
        }
        PresetExample example = PresetExample.of(preset);
        out.append("## Example\n\n```java\n").append(example.source()).append("\n```\n\n");
        out.append("It makes [this template](../../tap-patterns/")
                .append(example.golden().toString().replace('\\', '/'))
                .append(") of these resources:\n\n| logical id | type |\n|---|---|\n");
        for (Resource resource : example.template().resources()) {
            row(out, '`' + resource.logicalId().name() + '`', '`' + resource.resourceType() + '`');
        }
        return out.toString();
    }

    private static void row(StringBuilder out, String... cells) {
        out.append('|');
        for (String cell : List.of(cells)) {
            out.append(' ').append(cell.replace("|", "\\|")).append(" |");
        }
        out.append('\n');
    }

    @Override
    public String toString() {
        return preset.getSimpleName();
    }
}
