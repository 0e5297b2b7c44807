package io.tapstack.model.io;

import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.List;

/** Writes JSON: with two spaces for each level, or without any space. */
final class JsonSink implements TemplateSink {

    private final TextBuffer out;
    private final boolean pretty;
    private final PlainNames plainNames = new PlainNames();
    private int level;
    private boolean first;

    JsonSink(TextBuffer out, boolean pretty) {
        this.out = out;
        this.pretty = pretty;
    }

    @Override
    public void begin() {
        start('{');
    }

    @Override
    public void member(String name, String text) {
        name(name);
        JsonText.write(out, text);
    }

    @Override
    public void member(String name, Value<?> value) {
        name(name);
        value(value);
    }

    @Override
    public void member(String name, PropertyBag members) {
        name(name);
        object(members);
    }

    @Override
    public void open(String name) {
        name(name);
        start('{');
    }

    @Override
    public void close() {
        stop('}');
    }

    @Override
    public void paragraph() {
        out.drainIfFull();
    }

    @Override
    public void heading(String text) {
        // JSON has no comments.
    }

    @Override
    public void end() {
        stop('}');
        if (pretty) {
            out.newline();
        }
        out.drain();
    }

    private void value(Value<?> value) {
        if (value instanceof Literal<?> literal) {
            literal(literal);
        } else if (value instanceof Intrinsic<?> function) {
            start('{');
            name(function.functionName());
            value(function.argument());
            stop('}');
        } else if (value instanceof ListValue<?> list) {
            list(list.items());
        } else {
            object(((ObjectValue<?>) value).members());
        }
    }

    private void literal(Literal<?> literal) {
        if (literal.content() instanceof String text) {
            JsonText.write(out, text);
        } else {
            out.ascii(literal.text());
        }
    }

    private void object(PropertyBag members) {
        start('{');
        for (int i = 0, size = members.size(); i < size; i++) {
            name(members.nameAt(i));
            value(members.valueAt(i));
        }
        stop('}');
    }

    private void list(List<Value<?>> items) {
        start('[');
        for (int i = 0, size = items.size(); i < size; i++) {
            next();
            value(items.get(i));
        }
        stop(']');
    }

    private void start(char bracket) {
        out.append(bracket);
        level++;
        first = true;
    }

    private void stop(char bracket) {
        level--;
        if (!first) {
            line();
        }
        out.append(bracket);
        first = false;
    }

    private void name(String name) {
        next();
        if (plainNames.contains(name)) {
            out.append('"').ascii(name).append('"');
        } else if (JsonText.write(out, name)) {
            plainNames.add(name);
        }
        if (pretty) {
            out.append(':', ' ');
        } else {
            out.append(':');
        }
    }

    private void next() {
        if (!first) {
            out.append(',');
        }
        first = false;
        line();
    }

    private void line() {
        if (pretty) {
            out.newline(2 * level);
        }
    }
}
