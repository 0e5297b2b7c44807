package io.tapstack.model.io;

import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * How much a {@link TemplateReader} takes from a file that may be hostile. The defaults take whatever CloudFormation takes, and keep
 * memory and time small for all else.
 */
@Immutable
public abstract class ReaderLimits {

    /** The deepest nesting that can be allowed: what is read is walked by recursion. */
    public static final int MAXIMUM_DEPTH = 1_000;

    ReaderLimits() {}

    /** The limits that suit files of unknown origin. */
    public static ReaderLimits standard() {
        return builder().build();
    }

    /** A builder with the standard limits. */
    public static Builder builder() {
        return new Builder();
    }

    /** The most bytes of a file: four times what CloudFormation takes. */
    @Default
    public int bytes() {
        return 4 << 20;
    }

    /** How many lists and objects may stand one in the other, at most {@link #MAXIMUM_DEPTH}. */
    @Default
    public int depth() {
        return 500;
    }

    /** The most values, those that aliases repeat counted each time: more than CloudFormation's largest template can hold. */
    @Default
    public int nodes() {
        return 600_000;
    }

    /** The most characters of a number. */
    @Default
    public int numberLength() {
        return 1_000;
    }

    /** The most findings; if there are more, one says so. */
    @Default
    public int findings() {
        return 1_000;
    }

    @Check
    void check() {
        positive("bytes", bytes());
        positive("depth", depth());
        positive("nodes", nodes());
        positive("numberLength", numberLength());
        positive("findings", findings());
        if (depth() > MAXIMUM_DEPTH) {
            throw new IllegalArgumentException("depth: " + depth() + " is more than " + MAXIMUM_DEPTH);
        }
    }

    private static void positive(String name, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException(name + ": " + limit + " is less than 1");
        }
    }

    /** Collects limits. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableReaderLimits.Builder {

        Builder() {}
    }
}
