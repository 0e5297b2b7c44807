package io.tapstack.model.template;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a part of a template comes from: a line of Java for what was built, of the template's own file for what was read.
 *
 * <p>For Java it is the first caller outside this library and the JDK. Only a trace is kept, which the JVM takes several times
 * faster than a {@link StackWalker} walks; the line is looked up when it is asked for, which is when something is wrong.
 */
public final class SourceLocation {

    private static final SourceLocation UNKNOWN = new SourceLocation(null, 0, 0, null);
    private static final String[] OTHER_PACKAGES = {
        "io.tapstack.model.", "io.tapstack.patterns.", "java.", "javax.", "jdk.", "sun.", "com.sun."
    };

    private final @Nullable String file;
    private final int line;
    private final int column;
    private final @Nullable Trace trace;

    private SourceLocation(@Nullable String file, int line, int column, @Nullable Trace trace) {
        this.file = file;
        this.line = line;
        this.column = column;
        this.trace = trace;
    }

    /** No place is known. */
    public static SourceLocation unknown() {
        return UNKNOWN;
    }

    /**
     * A line of a file.
     *
     * @param line from 1
     * @throws IllegalArgumentException if the line is less than 1
     */
    public static SourceLocation of(String file, int line) {
        return new SourceLocation(Objects.requireNonNull(file, "file"), positive("line", line), 0, null);
    }

    /**
     * A character of a line of a file.
     *
     * @param line from 1
     * @param column from 1, in characters as Unicode counts them
     * @throws IllegalArgumentException if the line or the column is less than 1
     */
    public static SourceLocation of(String file, int line, int column) {
        return new SourceLocation(
                Objects.requireNonNull(file, "file"), positive("line", line), positive("column", column), null);
    }

    private static int positive(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + ": " + number + " is less than 1");
        }
        return number;
    }

    /** The line of Java from which this library was called. */
    public static SourceLocation ofCaller() {
        return new SourceLocation(null, 0, 0, new Trace());
    }

    /** The file: for Java its path below the source root, such as {@code com/acme/PaymentStack.java}. */
    public Optional<String> file() {
        if (trace == null) {
            return Optional.ofNullable(file);
        }
        StackTraceElement caller = trace.caller();
        if (caller == null || caller.getFileName() == null) {
            return Optional.empty();
        }
        String className = caller.getClassName();
        int dot = className.lastIndexOf('.');
        return Optional.of(className.substring(0, dot + 1).replace('.', '/') + caller.getFileName());
    }

    /** The line, from 1; 0 if none is known. */
    public int line() {
        if (trace == null) {
            return line;
        }
        StackTraceElement caller = trace.caller();
        return caller == null ? 0 : Math.max(0, caller.getLineNumber());
    }

    /** The column in the line, from 1; 0 if none is known, as for Java. */
    public int column() {
        return column;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SourceLocation that
                && line() == that.line()
                && column == that.column
                && file().equals(that.file());
    }

    @Override
    public int hashCode() {
        return file().hashCode() * 31 + line();
    }

    @Override
    public String toString() {
        String place = ":" + line() + (column == 0 ? "" : ":" + column);
        return file().map(name -> name + place).orElse("unknown place");
    }

    /** Who called whom. Never thrown. */
    private static final class Trace extends Throwable {

        private static final long serialVersionUID = 1;

        Trace() {
            super(null, null, false, true);
        }

        /** The first caller that is neither of this library nor of the JDK. */
        @Nullable
        StackTraceElement caller() {
            for (StackTraceElement element : getStackTrace()) {
                if (!isOther(element.getClassName())) {
                    return element;
                }
            }
            return null;
        }

        private static boolean isOther(String className) {
            for (String otherPackage : OTHER_PACKAGES) {
                if (className.startsWith(otherPackage)) {
                    return true;
                }
            }
            return false;
        }
    }
}
