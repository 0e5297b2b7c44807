package io.tapstack.patterns.access;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;

/**
 * What one building block lets another do: exact actions on exact ARNs, and how the data is decrypted on the way.
 *
 * <p>A table or a stream hands accesses out, a function collects them; role policies, key policies, endpoints and security-group
 * rules follow from the accesses alone.
 */
@Immutable
public abstract class Access {

    Access() {}

    /** A builder of an access to this service; the sid names it in policies. */
    public static Builder builder(AwsService service, String sid) {
        return new Builder().service(service).sid(sid);
    }

    /** The name of the statements that follow: ASCII letters and digits. */
    public abstract String sid();

    /** The service that is called. */
    public abstract AwsService service();

    /** The actions, exact and with their prefix. */
    public abstract List<String> actions();

    /** The ARNs, exact. */
    public abstract List<Value<String>> resources();

    /** The key under which the service keeps the data, if the customer manages it. */
    public abstract Optional<LogicalId> key();

    /** What the caller must be allowed to do with that key, through the service. */
    public abstract List<String> keyActions();

    /** The resource whose policy or data it is, for whoever wants to know. */
    public abstract LogicalId target();

    @Check
    void check() {
        if (actions().isEmpty() || resources().isEmpty()) {
            throw new IllegalStateException("actions, resources: the access " + sid() + " lacks one of them");
        }
        for (String action : actions()) {
            if (action.indexOf('*') >= 0 || !action.startsWith(service().prefix() + ":")) {
                throw new IllegalStateException("actions: " + action + " is no exact action of "
                        + service().prefix());
            }
        }
    }

    /** Collects the parts of an access. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAccess.Builder {

        Builder() {}
    }
}
