package io.tapstack.patterns.access;

import io.tapstack.model.iam.PolicyCondition;
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
 *
 * <p>An access is checked against the facts of IAM when it is built: its actions exist, can be limited to resources of its
 * types, and know the keys of its conditions. A wildcard needs a record of the exception.
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

    /**
     * The ARNs as the policy of an endpoint names them, if it cannot name {@link #resources()} because these are made after the
     * endpoint; none otherwise.
     */
    public abstract List<Value<String>> endpointResources();

    /** Records of the wildcards in {@link #endpointResources()}. */
    public abstract List<ExceptionRecord> endpointExceptions();

    /**
     * The kinds of resources that the ARNs name, as the facts of IAM call them, such as {@code table}; none if that is not to
     * be checked.
     */
    public abstract List<String> resourceTypes();

    /** What must hold besides for a call to be allowed. */
    public abstract List<PolicyCondition> conditions();

    /** The key under which the service keeps the data, if the customer manages it. */
    public abstract Optional<LogicalId> key();

    /** What the caller must be allowed to do with that key, through the service. */
    public abstract List<String> keyActions();

    /** The resource whose policy or data it is, for whoever wants to know. */
    public abstract LogicalId target();

    /** Records of the wildcards in {@link #resources()}. */
    public abstract List<ExceptionRecord> exceptions();

    /** The same access under another sid. */
    public final Access named(String otherSid) {
        return new Builder().from(this).sid(otherSid).build();
    }

    @Check
    void check() {
        if (!sid().matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("sid: " + sid() + " is not of letters and digits only");
        }
        if (actions().isEmpty() || resources().isEmpty()) {
            throw new IllegalStateException("actions, resources: the access " + sid() + " lacks one of them");
        }
        new AccessCheck(this).run();
    }

    /** Collects the parts of an access. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAccess.Builder {

        Builder() {}
    }
}
