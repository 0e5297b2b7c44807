package io.tapstack.model.validation;

import java.util.Optional;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/** Something wrong, or worth knowing, in a template: what, where, and what to do about it. */
@Immutable
public abstract class Finding {

    Finding() {}

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with this finding. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** The id of the rule, which is the name of its page in {@code docs/rules}. */
    public abstract String ruleId();

    /** How bad it is. */
    public abstract Severity severity();

    /** The file that made the part of the template: a Java source for what was built, the template's file for what was read. */
    public abstract Optional<String> file();

    /** The line in the file, from 1; 0 if unknown. */
    @Default
    public int line() {
        return 0;
    }

    /** The column in the line, from 1; 0 if unknown, as for Java. */
    @Default
    public int column() {
        return 0;
    }

    /** The parameter, resource, output, … that the finding is about, if it is about one. */
    public abstract Optional<String> logicalId();

    /** Where in the template; see {@link TemplatePath} for the syntax. Empty for the template as a whole. */
    public abstract String path();

    /** What is wrong, in one sentence. */
    public abstract String message();

    /** What to do about it. */
    public abstract String remedy();

    @Override
    public final String toString() {
        StringBuilder text = new StringBuilder(severity().name())
                .append(' ')
                .append(ruleId())
                .append(' ');
        file().ifPresent(name -> text.append(name).append(':').append(line()).append(' '));
        return text.append(path())
                .append(": ")
                .append(message())
                .append(' ')
                .append(remedy())
                .toString();
    }

    /** Collects the parts of a finding. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableFinding.Builder {

        Builder() {}
    }
}
