package io.tapstack.patterns.preset;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Cidr;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Value;
import java.util.Optional;

/** The blocks of addresses of a network and its subnets: fixed, or cut out of what a parameter says. */
final class NetworkAddresses {

    private static final int HOST_BITS = 8;
    private static final int SUBNET_PREFIX = 32 - HOST_BITS;
    private static final String BYTE = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private final IsolatedNetwork network;

    NetworkAddresses(IsolatedNetwork network) {
        this.network = network;
    }

    /** The parameter that gives the block of the network; none if it is fixed. */
    Optional<Parameter> parameter() {
        if (!network.cidrByParameter()) {
            return Optional.empty();
        }
        int longest = longestPrefix();
        return Optional.of(Parameter.string(network.idPrefix() + "VpcCidr")
                .description(
                        "Private addresses of the VPC, from /16 to /" + longest + "; each subnet gets a /24 of them")
                .defaultValue(network.addressPrefix() + ".0.0/16")
                .allowedPattern("^(10\\." + BYTE + "|172\\.(1[6-9]|2[0-9]|3[01])|192\\.168)\\." + BYTE + "\\." + BYTE
                        + "/" + prefixes(longest) + "$")
                .constraintDescription(
                        "A block of private addresses with 16 to " + longest + " bits, such as 10.0.0.0/16")
                .build());
    }

    /** The first /24 stays free, as it does when addresses are fixed; so there must be room for one more than there are subnets. */
    private int longestPrefix() {
        int bits = 0;
        while (1 << bits <= network.subnets()) {
            bits++;
        }
        return SUBNET_PREFIX - bits;
    }

    private static String prefixes(int longest) {
        StringBuilder prefixes = new StringBuilder("(16");
        for (int prefix = 17; prefix <= longest; prefix++) {
            prefixes.append('|').append(prefix);
        }
        return prefixes.append(')').toString();
    }

    /** The block of the network. */
    Value<String> vpc() {
        return parameter()
                .<Value<String>>map(Parameter::ref)
                .orElseGet(() -> Value.of(network.addressPrefix() + ".0.0/16"));
    }

    /** The block of a subnet, counted from 1. */
    Value<String> subnet(int number) {
        return parameter()
                .<Value<String>>map(parameter -> Select.of(
                        number, Cidr.of(parameter.ref(), Value.of(network.subnets() + 1), Value.of(HOST_BITS))))
                .orElseGet(() -> Value.of(network.addressPrefix() + "." + number + ".0/24"));
    }
}
