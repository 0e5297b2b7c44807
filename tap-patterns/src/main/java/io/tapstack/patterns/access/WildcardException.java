package io.tapstack.patterns.access;

import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * The record of a wildcard that cannot be avoided: where it stands, why, and what makes up for it.
 *
 * <p>Records are written into the metadata of the resource that holds the policy, under {@code Exceptions}.
 */
@Immutable(builder = false)
public abstract class WildcardException {

    /** The key in the metadata of a resource under which its records stand. */
    public static final String METADATA_KEY = "Exceptions";

    WildcardException() {}

    /**
     * A record.
     *
     * @param statement the sid of the statement, or several with a comma between them
     * @param wildcard what stands there, such as {@code Resource *}
     * @param reason why nothing narrower works
     * @param compensation what bounds it instead
     */
    public static WildcardException of(String statement, String wildcard, String reason, String compensation) {
        return ImmutableWildcardException.of(statement, wildcard, reason, compensation);
    }

    /** The sid of the statement. */
    @Parameter
    public abstract String statement();

    /** What stands there. */
    @Parameter
    public abstract String wildcard();

    /** Why nothing narrower works. */
    @Parameter
    public abstract String reason();

    /** What bounds it instead. */
    @Parameter
    public abstract String compensation();

    /** Records as metadata of a resource. */
    public static Map<String, Value<?>> metadata(WildcardException... records) {
        List<Value<?>> values = new ArrayList<>();
        for (WildcardException record : records) {
            values.add(MapValue.ofAny(PropertyBag.builder()
                    .put("Statement", Value.of(record.statement()))
                    .put("Wildcard", Value.of(record.wildcard()))
                    .put("Reason", Value.of(record.reason()))
                    .put("Compensation", Value.of(record.compensation()))
                    .build()));
        }
        return Map.of(METADATA_KEY, Value.json(values));
    }
}
