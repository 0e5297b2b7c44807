package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.securitygroup.Egress;
import io.tapstack.model.value.Value;

/** The rules that the security groups of all presets are made of. */
final class SecurityGroups {

    static final int HTTPS = 443;

    private SecurityGroups() {}

    /** A rule that lets nothing out: without any rule of its own a group may send anywhere. */
    static Egress noEgress() {
        return Egress.builder()
                .description("None: a group without a rule of its own may send anywhere")
                .ipProtocol("tcp")
                .fromPort(HTTPS)
                .toPort(HTTPS)
                .cidrIp("127.0.0.1/32")
                .build();
    }

    /** A rule that lets HTTPS out to the addresses of a service with a gateway endpoint. */
    static Egress toPrefixList(String service, Value<String> prefixList) {
        return Egress.builder()
                .description("HTTPS to " + service + " through its gateway endpoint")
                .ipProtocol("tcp")
                .fromPort(HTTPS)
                .toPort(HTTPS)
                .destinationPrefixListId(prefixList)
                .build();
    }
}
