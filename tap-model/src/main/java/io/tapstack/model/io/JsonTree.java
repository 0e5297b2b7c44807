package io.tapstack.model.io;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads JSON into values. */
final class JsonTree implements AutoCloseable {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(ReaderLimits.MAXIMUM_DEPTH + 1)
                    .maxNameLength(Integer.MAX_VALUE)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final JsonParser parser;
    private final TreeParts parts;

    private JsonTree(JsonParser parser, TreeParts parts) {
        this.parser = parser;
        this.parts = parts;
    }

    /** The value that a text holds. */
    static Value<?> read(String text, TreeParts parts) throws UnreadableException {
        try (JsonTree tree = new JsonTree(FACTORY.createParser(text), parts)) {
            return tree.document();
        } catch (JsonProcessingException e) {
            JsonLocation location = e.getLocation();
            throw UnreadableException.text(
                    location == null ? 0 : Math.max(1, location.getLineNr()),
                    location == null ? 0 : Math.max(1, location.getColumnNr()),
                    "This is no JSON: " + Excerpt.of(e.getOriginalMessage()) + ".",
                    "Correct the syntax.");
        } catch (IOException e) {
            throw UnreadableException.text(0, 0, "This is no JSON: " + e.getMessage(), "Correct the syntax.");
        }
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }

    private Value<?> document() throws IOException, UnreadableException {
        parser.nextToken();
        JsonLocation start = parser.currentTokenLocation();
        Value<?> value = value(null, start.getLineNr(), start.getColumnNr(), 0);
        if (parser.nextToken() != null) {
            JsonLocation more = parser.currentTokenLocation();
            throw UnreadableException.text(
                    more.getLineNr(),
                    more.getColumnNr(),
                    "The template has ended, but more text follows.",
                    "Remove what is behind the last bracket.");
        }
        return value;
    }

    private Value<?> value(@Nullable String name, int line, int column, int depth)
            throws IOException, UnreadableException {
        parts.counter.node(depth, line, column);
        int node = parts.map.begin(name, line, column);
        Value<?> value = switch (parser.currentToken()) {
            case START_OBJECT -> object(node, depth);
            case START_ARRAY -> list(depth);
            case VALUE_STRING -> Literal.of(parser.getText());
            case VALUE_TRUE -> Literal.of(true);
            case VALUE_FALSE -> Literal.of(false);
            case VALUE_NULL -> parts.nothing(line, column);
            default -> number(line, column);
        };
        parts.map.end(node);
        return value;
    }

    private Value<?> object(int node, int depth) throws IOException, UnreadableException {
        MemberCollector members = new MemberCollector();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            JsonLocation key = parser.currentTokenLocation();
            if (depth == 0) {
                parts.section(name);
            }
            parser.nextToken();
            Value<?> value = value(name, key.getLineNr(), key.getColumnNr(), depth + 1);
            if (members.put(name, value)) {
                parts.duplicate(node, name, key.getLineNr(), key.getColumnNr());
            }
        }
        return members.toValue(parts.inConditions());
    }

    private Value<?> list(int depth) throws IOException, UnreadableException {
        List<Value<?>> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            JsonLocation item = parser.currentTokenLocation();
            items.add(value(null, item.getLineNr(), item.getColumnNr(), depth + 1));
        }
        return ListValue.ofAny(items);
    }

    private Value<?> number(int line, int column) throws IOException, UnreadableException {
        parts.counter.number(parser.getTextLength(), line, column);
        Literal<?> number = NumberText.decimal(parser.getText());
        if (number == null) {
            throw UnreadableException.limit(line, column, "The exponent of a number is absurdly large.");
        }
        return number;
    }
}
