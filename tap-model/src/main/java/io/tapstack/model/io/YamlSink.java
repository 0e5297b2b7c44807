package io.tapstack.model.io;

import io.tapstack.model.value.And;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Or;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;

/** Writes YAML as people write it: two spaces for each level, list items indented, functions in their short form. */
final class YamlSink implements TemplateSink {

    /** YAML takes keys of up to 1,024 characters; longer ones need a question mark before them. */
    private static final int MAXIMUM_KEY = 1000;

    private final TextBuffer out;
    private final PlainNames plainNames = new PlainNames();
    private int indentation;
    private int endOfKeepingBlock = -1;
    private boolean empty = true;

    YamlSink(TextBuffer out) {
        this.out = out;
    }

    @Override
    public void begin() {
        indentation = 0;
    }

    @Override
    public void member(String name, String text) {
        out.spaces(indentation);
        key(name, indentation);
        string(text, indentation);
    }

    @Override
    public void member(String name, Value<?> value) {
        out.spaces(indentation);
        key(name, indentation);
        value(value, indentation);
    }

    @Override
    public void member(String name, PropertyBag members) {
        out.spaces(indentation);
        key(name, indentation);
        object(members, indentation);
    }

    @Override
    public void open(String name) {
        out.spaces(indentation);
        key(name, indentation);
        out.newline();
        indentation += 2;
    }

    @Override
    public void close() {
        indentation -= 2;
    }

    @Override
    public void paragraph() {
        if (out.length() != endOfKeepingBlock) {
            out.newline();
        }
        endOfKeepingBlock = -1;
        out.drainIfFull();
    }

    @Override
    public void heading(String text) {
        YamlComment.heading(out, text, indentation);
        out.newline();
    }

    @Override
    public void end() {
        if (empty) {
            out.append('{', '}');
            out.newline();
        }
        out.drain();
    }

    private void key(String name, int indent) {
        empty = false;
        if (plainNames.contains(name)) {
            out.ascii(name).append(':');
            return;
        }
        int start = out.length();
        YamlText.string(out, name, false);
        int length = out.length() - start;
        if (length == name.length() && length <= MAXIMUM_KEY) {
            plainNames.add(name);
        }
        if (length > MAXIMUM_KEY && out.characters(start) > MAXIMUM_KEY) {
            out.truncate(start);
            out.append('?').append(' ');
            YamlText.string(out, name, false);
            out.newline(indent);
        }
        out.append(':');
    }

    /** What stands behind a colon or dash, to the end of its last line. */
    private void value(Value<?> value, int indent) {
        if (value instanceof Literal<?> literal) {
            literal(literal, indent);
        } else if (value instanceof Intrinsic<?> function) {
            function(function, indent);
        } else if (value instanceof ListValue<?> list) {
            list(list.items(), indent);
        } else {
            object(((ObjectValue<?>) value).members(), indent);
        }
    }

    private void literal(Literal<?> literal, int indent) {
        if (literal.content() instanceof String text) {
            string(text, indent);
        } else {
            out.append(' ');
            YamlText.literal(out, literal, false);
            out.newline();
        }
    }

    private void string(String text, int indent) {
        out.append(' ');
        if (!YamlBlock.suits(text)) {
            YamlText.string(out, text, false);
            out.newline();
            return;
        }
        YamlBlock.write(out, text, indent + 2);
        if (YamlBlock.keepsEnd(text)) {
            endOfKeepingBlock = out.length();
        }
    }

    private void object(PropertyBag members, int indent) {
        if (members.isEmpty()) {
            out.append(" {}");
            out.newline();
            return;
        }
        out.newline(indent + 2);
        members(members, indent + 2);
    }

    /** Members, the first of them on the current line. */
    private void members(PropertyBag members, int indent) {
        for (int i = 0, size = members.size(); i < size; i++) {
            if (i > 0) {
                out.spaces(indent);
            }
            key(members.nameAt(i), indent);
            value(members.valueAt(i), indent);
        }
    }

    private void list(List<Value<?>> items, int indent) {
        if (items.isEmpty()) {
            out.append(" []");
            out.newline();
            return;
        }
        out.newline(indent + 2);
        items(items, indent + 2);
    }

    /** Items, the first of them on the current line. */
    private void items(List<Value<?>> items, int indent) {
        for (int i = 0, size = items.size(); i < size; i++) {
            if (i > 0) {
                out.spaces(indent);
            }
            out.append('-');
            item(items.get(i), indent);
        }
    }

    private void item(Value<?> value, int indent) {
        if (value instanceof ObjectValue<?> object && !object.members().isEmpty()) {
            out.append(' ');
            members(object.members(), indent + 2);
        } else if (value instanceof ListValue<?> list && !list.items().isEmpty()) {
            out.append(' ');
            if (YamlFlow.list(out, list.items())) {
                out.newline();
            } else {
                items(list.items(), indent + 2);
            }
        } else if (value instanceof Intrinsic<?> function && YamlTags.shortForm(function) == null) {
            out.append(' ');
            longForm(function, indent + 2);
        } else {
            value(value, indent);
        }
    }

    private void function(Intrinsic<?> function, int indent) {
        String tag = YamlTags.shortForm(function);
        if (tag == null) {
            out.newline(indent + 2);
            longForm(function, indent + 2);
            return;
        }
        out.append(' ').ascii(tag);
        if (function instanceof GetAtt<?> getAtt) {
            out.append(' ');
            YamlFlow.getAtt(out, getAtt, false);
            out.newline();
        } else if (function.argument() instanceof ListValue<?> list) {
            arguments(function, list.items(), indent);
        } else {
            value(function.argument(), indent);
        }
    }

    private void arguments(Intrinsic<?> function, List<Value<?>> items, int indent) {
        boolean block = function instanceof And || function instanceof Or;
        if (!block) {
            out.append(' ');
            if (YamlFlow.list(out, items)) {
                out.newline();
                return;
            }
            out.truncate(out.length() - 1);
        }
        list(items, indent);
    }

    private void longForm(Intrinsic<?> function, int indent) {
        key(function.functionName(), indent);
        value(function.argument(), indent);
    }
}
