package io.tapstack.model.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A text with placeholders: {@code ${Name}} for what {@link Ref} gives, {@code ${Name.Attribute}} for what {@link GetAtt} gives,
 * {@code ${!Text}} for a literal {@code ${Text}}.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-sub.html">Fn::Sub</a>
 */
public final class Sub extends Intrinsic<String> {

    private final String text;
    private final PropertyBag variables;
    private final List<SubPart> parts;

    private Sub(String text, PropertyBag variables) {
        this(
                text,
                variables,
                variables.isEmpty() ? Literal.of(text) : ListValue.of(Literal.of(text), MapValue.ofAny(variables)));
    }

    /** A text with variables, and the argument in which both stand. */
    Sub(String text, PropertyBag variables, Value<?> argument) {
        super("Fn::Sub", argument);
        this.text = text;
        this.variables = variables;
        this.parts = SubPart.parse(text);
    }

    /** A text whose placeholders are all parameters, resources and attributes of the template. */
    public static Sub of(String text) {
        return new Sub(Objects.requireNonNull(text, "text"), PropertyBag.empty());
    }

    /** A text with variables of its own, which hide parameters and resources of the same name. */
    public static Sub of(String text, Map<String, ? extends Value<?>> variables) {
        Objects.requireNonNull(text, "text");
        return new Sub(text, Ordered.bag(variables));
    }

    /** A text with variables of its own, which hide parameters and resources of the same name. */
    public static Sub of(String text, PropertyBag variables) {
        return new Sub(Objects.requireNonNull(text, "text"), Objects.requireNonNull(variables, "variables"));
    }

    /**
     * Literals, references and other texts, one behind the other. What looks like a placeholder in a literal is kept as text;
     * references become placeholders, so the compiler and not a spelling decides what they refer to.
     */
    @SafeVarargs
    public static Sub concat(Value<String>... values) {
        SubComposer composer = new SubComposer();
        for (Value<String> value : values) {
            composer.append(value);
        }
        return composer.toSub();
    }

    /** The text with its placeholders. */
    public String text() {
        return text;
    }

    /** The variables of its own; mostly none. */
    public PropertyBag variables() {
        return variables;
    }

    /** The text taken apart: literal pieces and placeholders, in order. */
    public List<SubPart> parts() {
        return parts;
    }

    /** The placeholders that refer to parameters, resources and attributes of the template, in order. */
    public List<SubPart> references() {
        List<SubPart> references = new ArrayList<>();
        for (SubPart part : parts) {
            if (part.isPlaceholder() && !variables.has(part.text())) {
                references.add(part);
            }
        }
        return Collections.unmodifiableList(references);
    }
}
