package io.tapstack.reference.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** JSON in the printable characters of ASCII, indented by two spaces, its lines ended by line feeds. */
final class JsonOutput {

    private static final int LAST_PRINTABLE = '~';
    private static final DefaultIndenter INDENTER = new DefaultIndenter("  ", "\n");
    private static final DefaultPrettyPrinter PRINTER = new DefaultPrettyPrinter(
                    Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
            .withArrayIndenter(INDENTER)
            .withObjectIndenter(INDENTER);

    private JsonOutput() {}

    /** What somebody writes. */
    static String of(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setHighestNonEscapedChar(LAST_PRINTABLE);
            json.setPrettyPrinter(PRINTER.createInstance());
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.append('\n').toString();
    }

    /** Writes a text, each half of a character as {@code �}: no reader of JSON need take a half. */
    static void text(JsonGenerator json, String name, String text) throws IOException {
        json.writeStringField(name, whole(text));
    }

    /** A text with {@code �} for each half of a character. */
    static String whole(String text) {
        StringBuilder whole = new StringBuilder(text.length());
        text.codePoints().forEach(c -> whole.appendCodePoint(Character.getType(c) == Character.SURROGATE ? 0xFFFD : c));
        return whole.toString();
    }

    /** Somebody who writes JSON. */
    interface Content {

        void write(JsonGenerator json) throws IOException;
    }
}
