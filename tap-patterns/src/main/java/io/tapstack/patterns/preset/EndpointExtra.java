package io.tapstack.patterns.preset;

import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.Condition;
import io.tapstack.patterns.access.Access;
import java.util.Optional;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** An endpoint that no code of the stack calls, wanted all the same: who may do what through it. */
@Immutable(builder = false)
public abstract class EndpointExtra {

    EndpointExtra() {}

    /** Lets a principal use an access through the endpoint of its service. */
    public static EndpointExtra of(Principal principal, Access access) {
        return ImmutableEndpointExtra.of(principal, access, Optional.empty());
    }

    /** The same, on a condition. */
    public final EndpointExtra on(Condition condition) {
        return ImmutableEndpointExtra.of(principal(), access(), Optional.of(condition));
    }

    /** Who. */
    @Parameter
    public abstract Principal principal();

    /** What. */
    @Parameter
    public abstract Access access();

    /** The condition on which; always if there is none. */
    @Parameter
    public abstract Optional<Condition> when();
}
