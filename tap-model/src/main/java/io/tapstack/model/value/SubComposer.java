package io.tapstack.model.value;

/** Puts values together into the text of one {@link Sub}. */
final class SubComposer {

    private final StringBuilder text = new StringBuilder();
    private PropertyBag variables = PropertyBag.empty();
    private int count;

    void append(Value<String> value) {
        if (value instanceof Literal<?> literal && !literal.text().contains("${")) {
            appendText(literal.text(), value);
        } else if (value instanceof Ref<?> ref) {
            placeholder(ref.target());
        } else if (value instanceof GetAtt<?> getAtt && getAtt.attribute() instanceof Literal<?> attribute) {
            text.append("${")
                    .append(getAtt.target())
                    .append('.')
                    .append(attribute.text())
                    .append('}');
        } else if (value instanceof Sub sub && sub.variables().isEmpty() && isClosed(sub.text())) {
            appendText(sub.text(), value);
        } else {
            variable(value);
        }
    }

    /** Adds a text, unless it would become a placeholder together with what stands before it. */
    private void appendText(String more, Value<String> value) {
        boolean joins = more.startsWith("{") && text.length() > 0 && text.charAt(text.length() - 1) == '$';
        if (joins) {
            variable(value);
        } else {
            text.append(more);
        }
    }

    private static boolean isClosed(String text) {
        return text.indexOf('}', text.lastIndexOf("${") + 1) >= 0 || !text.contains("${");
    }

    private void variable(Value<String> value) {
        String name = "Part" + ++count;
        variables = variables.with(name, value);
        placeholder(name);
    }

    private void placeholder(String name) {
        text.append("${").append(name).append('}');
    }

    Sub toSub() {
        return Sub.of(text.toString(), variables);
    }
}
