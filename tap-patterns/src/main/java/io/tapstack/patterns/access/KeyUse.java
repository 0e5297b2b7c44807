package io.tapstack.patterns.access;

import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.Optional;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * That a service keeps data under a key of the customer: what the key's policy has to allow for it.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service">kms:ViaService</a>
 */
@Immutable
public abstract class KeyUse {

    KeyUse() {}

    /** A builder of a use of this key through this service. */
    public static Builder builder(LogicalId key, AwsService service) {
        return new Builder().key(key).service(service);
    }

    /** The key. */
    public abstract LogicalId key();

    /** The service that uses it on behalf of whoever calls the service. */
    public abstract AwsService service();

    /** Whether the service makes grants for itself, to work when nobody calls it. */
    @Default
    public boolean createsGrants() {
        return false;
    }

    /** The ARN of the log group that it encrypts, if it is one. */
    public abstract Optional<Value<String>> logGroupArn();

    /** What a service principal must be allowed besides, if it uses the key in its own name. */
    public abstract Optional<Statement> ownStatement();

    /** The condition on which that statement is needed. */
    public abstract Optional<Condition> when();

    /** The condition on which there is any data to keep; there is in any case if there is none. */
    public abstract Optional<Condition> partOf();

    /** The same use by a part of the stack that exists on a condition. */
    public final KeyUse on(Condition condition) {
        return new Builder().from(this).partOf(condition).build();
    }

    /** Collects the parts of a use. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableKeyUse.Builder {

        Builder() {}
    }
}
