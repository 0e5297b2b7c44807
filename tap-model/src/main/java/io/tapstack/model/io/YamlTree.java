package io.tapstack.model.io;

import io.tapstack.model.value.Functions;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;

/** Reads YAML into values. Tags become functions; no tag makes anything else. */
final class YamlTree {

    private static final String SYNTAX = "Correct the syntax.";

    private final Parser parser;
    private final TreeParts parts;
    private final Map<String, YamlAnchor> anchors = new HashMap<>();

    private YamlTree(Parser parser, TreeParts parts) {
        this.parser = parser;
        this.parts = parts;
    }

    /** The value that a text holds. */
    static Value<?> read(String text, TreeParts parts) throws UnreadableException {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setProcessComments(false);
        YamlSource source = YamlSource.of(text);
        try {
            return new YamlTree(new ParserImpl(source, options), parts).document();
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            String problem = e.getProblem() == null ? String.valueOf(e.getContext()) : e.getProblem();
            throw UnreadableException.text(
                    mark == null ? 0 : mark.getLine() + 1,
                    mark == null ? 0 : mark.getColumn() + 1,
                    "This is no YAML: " + Excerpt.of(problem) + ".",
                    SYNTAX);
        } catch (NumberFormatException e) {
            throw UnreadableException.text(
                    source.getLine() + 1,
                    source.getColumn() + 1,
                    "This is no YAML: there is no such character.",
                    SYNTAX);
        } catch (YAMLException e) {
            throw UnreadableException.text(
                    0, 0, "This is no YAML: " + Excerpt.of(String.valueOf(e.getMessage())) + ".", SYNTAX);
        }
    }

    private Value<?> document() throws UnreadableException {
        parser.getEvent();
        if (parser.checkEvent(Event.ID.StreamEnd)) {
            throw UnreadableException.text(1, 1, "The file is empty.", "Write a template.");
        }
        parser.getEvent();
        Value<?> value = node(parser.getEvent(), null, 0, 0, 0);
        parser.getEvent();
        if (!parser.checkEvent(Event.ID.StreamEnd)) {
            throw problem(
                    parser.peekEvent(),
                    "A second document begins here; a template is one.",
                    "Put it into a file of its own.");
        }
        return value;
    }

    /** A node; as a member it has a name and stands where that begins. */
    private Value<?> node(Event event, @Nullable String name, int keyLine, int keyColumn, int depth)
            throws UnreadableException {
        int line = keyLine > 0 ? keyLine : line(event);
        int column = keyLine > 0 ? keyColumn : column(event);
        parts.counter.node(depth, line, column);
        int node = parts.map.begin(name, line, column);
        Value<?> value = event instanceof AliasEvent alias
                ? repeat(alias, node, depth)
                : anchored((NodeEvent) event, node, depth);
        parts.map.end(node);
        return value;
    }

    private Value<?> repeat(AliasEvent alias, int node, int depth) throws UnreadableException {
        YamlAnchor anchor = anchors.get(alias.getAnchor());
        if (anchor == null) {
            throw problem(alias, "There is no anchor &" + Excerpt.of(alias.getAnchor()) + " before this.", SYNTAX);
        }
        if (anchor.value == null) {
            throw problem(
                    alias,
                    "*" + Excerpt.of(alias.getAnchor()) + " stands within what it repeats, without end.",
                    SYNTAX);
        }
        parts.counter.repeat(anchor.nodes, depth + anchor.height, line(alias), column(alias));
        if (anchor.node != YamlAnchor.NO_NODE) {
            parts.map.repeat(node, anchor.node);
        }
        return anchor.value;
    }

    private Value<?> anchored(NodeEvent event, int node, int depth) throws UnreadableException {
        if (event.getAnchor() == null) {
            return tagged(event, node, depth);
        }
        YamlAnchor anchor = new YamlAnchor(node);
        anchors.put(event.getAnchor(), anchor);
        long before = parts.counter.nodes();
        int deepest = parts.counter.restart(depth);
        Value<?> value = tagged(event, node, depth);
        anchor.nodes = parts.counter.nodes() - before;
        anchor.height = parts.counter.deepest() - depth;
        parts.counter.restart(Math.max(deepest, parts.counter.deepest()));
        anchor.value = value;
        return value;
    }

    private Value<?> tagged(NodeEvent event, int node, int depth) throws UnreadableException {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        String tag = start.getTag();
        if (tag == null || tag.equals("!")) {
            return start.is(Event.ID.SequenceStart) ? list(depth) : object(node, depth);
        }
        String core = YamlTagNames.core(tag);
        if (core != null) {
            boolean list = start.is(Event.ID.SequenceStart);
            if (!core.equals(list ? "seq" : "map")) {
                throw unfit(event, tag);
            }
            return list ? list(depth) : object(node, depth);
        }
        String function = function(event, tag);
        int inner = parts.map.begin(function, line(event), column(event));
        Value<?> argument = start.is(Event.ID.SequenceStart) ? list(depth + 1) : object(inner, depth + 1);
        parts.map.end(inner);
        return call(function, argument);
    }

    private Value<?> scalar(ScalarEvent event) throws UnreadableException {
        String text = event.getValue();
        String tag = event.getTag();
        if (tag == null) {
            return event.getImplicit().canOmitTagInPlainScalar() && event.isPlain()
                    ? plain(event, text)
                    : Literal.of(text);
        }
        if (tag.equals("!")) {
            return Literal.of(text);
        }
        String core = YamlTagNames.core(tag);
        if (core == null) {
            return call(function(event, tag), Literal.of(text));
        }
        Literal<?> literal = core.equals("str") || core.equals("timestamp") ? Literal.of(text) : plain(event, text);
        if (!YamlTagNames.fits(core, literal)) {
            throw unfit(event, tag);
        }
        return literal;
    }

    private Literal<?> plain(ScalarEvent event, String text) throws UnreadableException {
        if (YamlScalars.looksLikeNumber(text)) {
            parts.counter.number(text.length(), line(event), column(event));
        }
        Literal<?> literal = YamlScalars.resolve(text);
        return literal.isNull() ? parts.nothing(line(event), column(event)) : literal;
    }

    private Value<?> call(String function, Value<?> argument) {
        return function.equals("Condition") && !parts.inConditions()
                ? MapValue.ofAny(PropertyBag.of(function, argument))
                : Functions.of(function, argument);
    }

    private String function(NodeEvent event, String tag) throws UnreadableException {
        String function = YamlTagNames.function(tag);
        if (function == null) {
            throw problem(
                    event, "The tag " + Excerpt.of(tag) + " names no function of CloudFormation.", "Remove the tag.");
        }
        return function;
    }

    private List<Value<?>> items(int depth) throws UnreadableException {
        List<Value<?>> items = new ArrayList<>();
        for (Event item = parser.getEvent(); !item.is(Event.ID.SequenceEnd); item = parser.getEvent()) {
            items.add(node(item, null, 0, 0, depth + 1));
        }
        return items;
    }

    private Value<?> list(int depth) throws UnreadableException {
        return ListValue.ofAny(items(depth));
    }

    private Value<?> object(int node, int depth) throws UnreadableException {
        MemberCollector members = new MemberCollector();
        for (Event key = parser.getEvent(); !key.is(Event.ID.MappingEnd); key = parser.getEvent()) {
            if (isMerge(key)) {
                merge(members, node(parser.getEvent(), SourceMap.MERGE, line(key), column(key), depth + 1), key);
                continue;
            }
            String name = name(key);
            if (depth == 0) {
                parts.section(name);
            }
            Value<?> value = node(parser.getEvent(), name, line(key), column(key), depth + 1);
            if (members.put(name, value)) {
                parts.duplicate(node, name, line(key), column(key));
            }
        }
        return members.toValue(parts.inConditions());
    }

    private static boolean isMerge(Event key) {
        return key instanceof ScalarEvent scalar
                && scalar.isPlain()
                && scalar.getTag() == null
                && scalar.getValue().equals("<<");
    }

    private void merge(MemberCollector members, Value<?> merged, Event key) throws UnreadableException {
        List<Value<?>> objects = merged instanceof ListValue<?> list ? list.items() : List.of(merged);
        for (Value<?> object : objects) {
            PropertyBag others = MemberCollector.membersOf(object);
            if (others == null) {
                throw problem(key, "Behind << there is no object, nor a list of objects.", SYNTAX);
            }
            members.merge(others);
        }
    }

    private String name(Event key) throws UnreadableException {
        String name = keyText(key);
        if (name == null) {
            throw problem(
                    key,
                    "A key is no text.",
                    "Write a text before the colon; put it into quotes if it begins with { or [.");
        }
        if (YamlText.hasLoneSurrogate(name)) {
            throw problem(key, "A key holds half of a character, which JSON can't hold.", "Write the whole character.");
        }
        return name;
    }

    private @Nullable String keyText(Event key) {
        if (key instanceof ScalarEvent scalar && YamlTagNames.isPlainKey(scalar.getTag())) {
            if (scalar.getAnchor() != null) {
                anchors.put(scalar.getAnchor(), YamlAnchor.ofKey(Literal.of(scalar.getValue())));
            }
            return scalar.getValue();
        }
        YamlAnchor anchor = key instanceof AliasEvent alias ? anchors.get(alias.getAnchor()) : null;
        return anchor != null && anchor.value instanceof Literal<?> literal ? literal.text() : null;
    }

    private static UnreadableException unfit(Event event, String tag) {
        return problem(event, "The tag " + Excerpt.of(tag) + " does not fit what follows it.", "Remove the tag.");
    }

    private static UnreadableException problem(Event event, String message, String remedy) {
        return UnreadableException.text(line(event), column(event), message, remedy);
    }

    private static int line(Event event) {
        return event.getStartMark().getLine() + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().getColumn() + 1;
    }
}
