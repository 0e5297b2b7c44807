package io.tapstack.model.value;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name of a parameter, mapping, condition, resource or output within its template: ASCII letters and digits, at most 255.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/resources-section-structure.html">Resources</a>
 */
public final class LogicalId implements Comparable<LogicalId> {

    /** The most characters that CloudFormation takes. */
    public static final int MAXIMUM_LENGTH = 255;

    private final String name;

    private LogicalId(String name) {
        this.name = name;
    }

    /**
     * A logical id.
     *
     * @throws IllegalArgumentException if the name is empty, too long or holds anything but ASCII letters and digits
     */
    public static LogicalId of(String name) {
        Objects.requireNonNull(name, "logicalId");
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "logicalId: '" + name + "' is not 1 to 255 ASCII letters and digits, as CloudFormation demands");
        }
        return new LogicalId(name);
    }

    /** A name as it stands in a template, whether CloudFormation takes it or not: that is for validation to judge. */
    public static LogicalId asWritten(String name) {
        return new LogicalId(Objects.requireNonNull(name, "name"));
    }

    /** Whether CloudFormation takes this as a logical id. */
    public static boolean isValid(String name) {
        int length = name.length();
        if (length == 0 || length > MAXIMUM_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = name.charAt(i);
            boolean fits = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    /** The name as it stands in the template. */
    public String name() {
        return name;
    }

    @Override
    public int compareTo(LogicalId other) {
        return name.compareTo(other.name);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LogicalId that && name.equals(that.name);
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }
}
