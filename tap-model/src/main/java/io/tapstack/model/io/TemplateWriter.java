package io.tapstack.model.io;

import io.tapstack.model.template.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Writes templates as YAML or JSON. The same template always gives the same bytes: UTF-8, lines that end in a line feed.
 *
 * <p>A template is written as it is; whether CloudFormation will take it is what validation tells.
 */
public final class TemplateWriter {

    private static final TemplateWriter YAML = new TemplateWriter(TemplateFormat.YAML, true);
    private static final TemplateWriter JSON = new TemplateWriter(TemplateFormat.JSON, true);
    private static final TemplateWriter MINIFIED_JSON = new TemplateWriter(TemplateFormat.JSON, false);

    private static final int YAML_PER_RESOURCE = 1024;
    private static final int JSON_PER_RESOURCE = 1536;
    private static final int BLOCK = 1 << 17;

    private final TemplateFormat format;
    private final boolean pretty;

    private TemplateWriter(TemplateFormat format, boolean pretty) {
        this.format = format;
        this.pretty = pretty;
    }

    /** Writes YAML as people write it. */
    public static TemplateWriter yaml() {
        return YAML;
    }

    /** Writes JSON with two spaces for each level. */
    public static TemplateWriter json() {
        return JSON;
    }

    /** Writes JSON without any space between its parts, and no line feed at the end. */
    public static TemplateWriter minifiedJson() {
        return MINIFIED_JSON;
    }

    /** Writes a format as people read it. */
    public static TemplateWriter of(TemplateFormat format) {
        return Objects.requireNonNull(format, "format") == TemplateFormat.YAML ? YAML : JSON;
    }

    /** What is written. */
    public TemplateFormat format() {
        return format;
    }

    /** The template as text. */
    public String write(Template template) {
        return inMemory(template).toString();
    }

    /** The template in UTF-8. */
    public byte[] toBytes(Template template) {
        return inMemory(template).toBytes();
    }

    private TextBuffer inMemory(Template template) {
        int each = format == TemplateFormat.YAML ? YAML_PER_RESOURCE : JSON_PER_RESOURCE;
        long guess = (template.resources().size() + 4L) * each;
        TextBuffer out = new TextBuffer(null, (int) Math.min(guess, 1 << 24));
        write(template, out);
        return out;
    }

    /**
     * Writes the template to wherever characters go, a block at a time.
     *
     * @throws IOException if the target throws it
     */
    public void write(Template template, Appendable target) throws IOException {
        write(template, new AppendableStream(Objects.requireNonNull(target, "target")));
    }

    /**
     * Writes the template in UTF-8, a block at a time. The stream is flushed and stays open.
     *
     * @throws IOException if the stream throws it
     */
    public void write(Template template, OutputStream target) throws IOException {
        Objects.requireNonNull(target, "target");
        try {
            write(template, new TextBuffer(target, BLOCK));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        target.flush();
    }

    private void write(Template template, TextBuffer out) {
        Objects.requireNonNull(template, "template");
        TemplateLayout.write(template, format == TemplateFormat.YAML ? new YamlSink(out) : new JsonSink(out, pretty));
    }

    @Override
    public String toString() {
        return pretty ? format.word() : "minified json";
    }

    /** Any target of characters as a stream of bytes, for blocks that begin and end between two characters. */
    private static final class AppendableStream extends OutputStream {

        private final Appendable target;

        AppendableStream(Appendable target) {
            this.target = target;
        }

        @Override
        public void write(byte[] bytes, int start, int count) throws IOException {
            target.append(new String(bytes, start, count, StandardCharsets.UTF_8));
        }

        @Override
        public void write(int oneByte) {
            throw new UnsupportedOperationException("oneByte: only blocks are written");
        }
    }
}
