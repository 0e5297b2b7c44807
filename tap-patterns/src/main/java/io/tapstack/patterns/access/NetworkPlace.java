package io.tapstack.patterns.access;

import io.tapstack.model.value.LogicalId;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** A place in a private network: behind a security group of a VPC. */
@Immutable(builder = false)
public abstract class NetworkPlace {

    NetworkPlace() {}

    /** A place. */
    public static NetworkPlace of(LogicalId vpc, LogicalId securityGroup) {
        return ImmutableNetworkPlace.of(vpc, securityGroup);
    }

    /** The VPC. */
    @Parameter
    public abstract LogicalId vpc();

    /** The security group. */
    @Parameter
    public abstract LogicalId securityGroup();
}
