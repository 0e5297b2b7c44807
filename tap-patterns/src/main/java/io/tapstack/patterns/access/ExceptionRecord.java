package io.tapstack.patterns.access;

import io.tapstack.model.value.Value;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;

/**
 * The record of something that is weaker than the rule: where it stands, why, and what makes up for it.
 *
 * <p>Records are written into the metadata of the resource that they are about, under {@code Exceptions}, and for the public
 * checkers under the keys that those read.
 */
@Immutable
public abstract class ExceptionRecord {

    /** The key in the metadata of a resource under which its records stand. */
    public static final String METADATA_KEY = "Exceptions";

    ExceptionRecord() {}

    /**
     * A builder of a record.
     *
     * @param where the sid of the statement, several with a comma between them, or the path of a property
     * @param what stands there, such as {@code Resource *}
     */
    public static Builder builder(String where, String what) {
        return new Builder().where(where).what(what);
    }

    /**
     * A record without owner, date or checkers.
     *
     * @param where the sid of the statement, several with a comma between them, or the path of a property
     * @param what stands there, such as {@code Resource *}
     * @param reason why nothing narrower works
     * @param compensation what bounds it instead
     */
    public static ExceptionRecord of(String where, String what, String reason, String compensation) {
        return builder(where, what).reason(reason).compensation(compensation).build();
    }

    /** Where it stands: the sid of a statement, or the path of a property. */
    public abstract String where();

    /** What stands there. */
    public abstract String what();

    /** Why nothing narrower works. */
    public abstract String reason();

    /** What bounds it instead. */
    public abstract String compensation();

    /** Who answers for it. */
    public abstract Optional<String> owner();

    /** The last day on which it holds; nothing in this library looks at a clock, those who do can read it in the metadata. */
    public abstract Optional<LocalDate> expires();

    /** The findings of public checkers that it answers. */
    public abstract List<CheckerFinding> checkers();

    @Check
    void check() {
        require("where", where());
        require("what", what());
        require("reason", reason());
        require("compensation", compensation());
    }

    private static void require(String name, String text) {
        if (text.isBlank()) {
            throw new IllegalStateException(name + ": an exception record needs one");
        }
    }

    /** The same record, answering these findings of public checkers too. */
    public final ExceptionRecord answering(CheckerFinding... findings) {
        return new Builder().from(this).addCheckers(findings).build();
    }

    /** Records as metadata of a resource. */
    public static Map<String, Value<?>> metadata(ExceptionRecord... records) {
        return metadata(List.of(records));
    }

    /** Records as metadata of a resource; none gives no metadata. */
    public static Map<String, Value<?>> metadata(List<ExceptionRecord> records) {
        return ExceptionMetadata.of(records);
    }

    /** Collects the parts of a record. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableExceptionRecord.Builder {

        Builder() {}
    }
}
