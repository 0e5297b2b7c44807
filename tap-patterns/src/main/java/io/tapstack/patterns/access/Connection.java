package io.tapstack.patterns.access;

import io.tapstack.model.value.LogicalId;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * That one building block may open connections to another inside the network, as to a database: the security-group rules on
 * both sides follow from it.
 *
 * <p>It grants no rights: who may do what once connected is decided by whatever listens there.
 */
@Immutable(builder = false)
public abstract class Connection {

    Connection() {}

    /**
     * A connection over TCP.
     *
     * @param target what listens, such as the database
     * @param place where it listens: its VPC and its security group
     * @param port 1 to 65,535
     * @param what is spoken there, for the descriptions of the rules, such as {@code PostgreSQL}
     */
    public static Connection of(LogicalId target, NetworkPlace place, int port, String what) {
        return ImmutableConnection.of(target, place, port, what);
    }

    /** What listens. */
    @Parameter
    public abstract LogicalId target();

    /** Where it listens. */
    @Parameter
    public abstract NetworkPlace place();

    /** The port. */
    @Parameter
    public abstract int port();

    /** What is spoken there. */
    @Parameter
    public abstract String what();

    @Check
    void check() {
        if (port() < 1 || port() > 65_535) {
            throw new IllegalArgumentException("port: " + port() + " is not between 1 and 65535");
        }
    }
}
