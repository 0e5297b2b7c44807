package io.tapstack.model.value;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * A string, number, boolean or {@code null} as it stands in the template.
 *
 * <p>Numbers keep the digits they were made with: {@code 1.50} stays {@code 1.50}.
 *
 * @param <T> what the literal is
 */
public final class Literal<T> implements Value<T> {

    private static final Object NULL = new Object();
    private static final Literal<?> OF_NULL = new Literal<>(NULL);
    private static final Literal<Boolean> TRUE = new Literal<>(true);
    private static final Literal<Boolean> FALSE = new Literal<>(false);

    private final Object content;

    private Literal(Object content) {
        this.content = content;
    }

    /** A string as it stands. */
    public static Literal<String> of(String text) {
        return new Literal<>(Objects.requireNonNull(text, "text"));
    }

    /** A whole number. */
    public static Literal<Integer> of(int number) {
        return new Literal<>(number);
    }

    /** A whole number that may exceed the range of {@code int}. */
    public static Literal<Long> of(long number) {
        return new Literal<>(number);
    }

    /**
     * A number.
     *
     * @throws IllegalArgumentException if it is not finite
     */
    public static Literal<Double> of(double number) {
        if (!Double.isFinite(number)) {
            throw new IllegalArgumentException("number: " + number + " cannot be written in a template");
        }
        return new Literal<>(
                number == Math.rint(number) && Math.abs(number) < 1e15
                        ? BigDecimal.valueOf((long) number)
                        : BigDecimal.valueOf(number));
    }

    /** A number with exactly these digits. */
    public static Literal<Double> of(BigDecimal number) {
        return new Literal<>(Objects.requireNonNull(number, "number"));
    }

    /** {@code true} or {@code false}. */
    public static Literal<Boolean> of(boolean flag) {
        return flag ? TRUE : FALSE;
    }

    /** The {@code null} of JSON and YAML, which stands in templates by mistake: CloudFormation refuses it nearly everywhere. */
    @SuppressWarnings("unchecked")
    public static <T> Literal<T> ofNull() {
        return (Literal<T>) OF_NULL;
    }

    /**
     * The content: a {@link String}, {@link Boolean}, {@link Integer}, {@link Long} or {@link BigDecimal}; for {@code null} an object
     * that is none of these.
     */
    public Object content() {
        return content;
    }

    /** Whether this is a string. */
    public boolean isString() {
        return content instanceof String;
    }

    /** Whether this is a number. */
    public boolean isNumber() {
        return content instanceof Number;
    }

    /** Whether this is {@code null}. */
    public boolean isNull() {
        return content == NULL;
    }

    /** The content as text: a string as it is, numbers with their digits, {@code true}, {@code false} or {@code null}. */
    public String text() {
        if (content instanceof String text) {
            return text;
        }
        return content == NULL ? "null" : content.toString();
    }

    @Override
    public boolean equals(@org.jspecify.annotations.Nullable Object other) {
        return other instanceof Literal<?> that && (content.equals(that.content) || sameNumber(that));
    }

    private boolean sameNumber(Literal<?> that) {
        return isNumber() && that.isNumber() && text().equals(that.text());
    }

    @Override
    public int hashCode() {
        return isNumber() ? text().hashCode() : content.hashCode();
    }

    @Override
    public String toString() {
        return isString() ? '"' + text() + '"' : text();
    }
}
