package io.tapstack.reference.deploy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Lists of names and values in JSON as the AWS CLI takes them from files: a line each, in the characters of ASCII. */
final class CliJson {

    private static final int LAST_PRINTABLE = '~';

    private CliJson() {}

    /** One object for each entry, in their order. */
    static String list(String nameMember, String valueMember, Map<String, String> entries) {
        List<String> lines = new ArrayList<>();
        entries.forEach((name, value) -> lines.add("  " + object(nameMember, name, valueMember, value)));
        return lines.isEmpty() ? "[]\n" : "[\n" + String.join(",\n", lines) + "\n]\n";
    }

    private static String object(String nameMember, String name, String valueMember, String value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.setHighestNonEscapedChar(LAST_PRINTABLE);
            json.writeStartObject();
            json.writeStringField(nameMember, name);
            json.writeStringField(valueMember, value);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
