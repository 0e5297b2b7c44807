package io.tapstack.patterns.access;

import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** A connection that code in a private network has been given. */
@Immutable(builder = false)
public abstract class NetworkCall {

    NetworkCall() {}

    /** A connection, and from where it is opened. */
    public static NetworkCall of(NetworkPlace from, Connection connection) {
        return ImmutableNetworkCall.of(from, connection);
    }

    /** Who opens it: a VPC and a security group. */
    @Parameter
    public abstract NetworkPlace from();

    /** To what. */
    @Parameter
    public abstract Connection connection();
}
