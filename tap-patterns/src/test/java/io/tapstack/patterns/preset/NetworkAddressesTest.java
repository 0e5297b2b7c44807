package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Region;
import io.tapstack.patterns.rule.pack.RulePacks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkAddressesTest {

    private static IsolatedNetwork network(int subnets) {
        return IsolatedNetwork.builder("Vpc")
                .name("net")
                .key(Stacks.KEY)
                .subnets(subnets)
                .cidrByParameter(true)
                .build();
    }

    private static Parameter parameter(IsolatedNetwork network) {
        return new NetworkAddresses(network).parameter().orElseThrow();
    }

    @Test
    void areFixedByDefault() {
        assertThat(new NetworkAddresses(Stacks.NETWORK).parameter()).isEmpty();
        assertThat(Stacks.NETWORK.subnetCidrs())
                .containsExactly(Value.of("10.0.1.0/24"), Value.of("10.0.2.0/24"), Value.of("10.0.3.0/24"));
    }

    /** Index 1 of the blocks of 10.0.0.0/16 is 10.0.1.0/24: what a stack of fixed addresses has. */
    @Test
    void areCutOutOfTheParameter() {
        Template template = Stacks.of(Stacks.KEY, network(2));

        assertThat(Stacks.json(template, "Vpc")).contains("\"CidrBlock\":{\"Ref\":\"VpcCidr\"}");
        assertThat(Stacks.json(template, "PrivateSubnet2"))
                .contains("{\"Fn::Select\":[2,{\"Fn::Cidr\":[{\"Ref\":\"VpcCidr\"},3,8]}]}");
        assertThat(RulePacks.validator(RulePacks.all()).validate(template).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/16", "10.255.4.0/22", "172.16.0.0/20", "172.31.255.0/22", "192.168.0.0/16"})
    void arePrivate(String block) {
        assertThat(block).matches(parameter(network(3)).text("AllowedPattern").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0.0.0.0/0",
                "10.0.0.0/8",
                "10.0.0.0/15",
                "10.0.0.0/23",
                "10.0.0.0/24",
                "10.0.0.256/16",
                "10.0.0.0",
                "100.64.0.0/16",
                "172.15.0.0/16",
                "172.32.0.0/16",
                "192.169.0.0/16",
                "8.8.0.0/16",
                "10.0.0.0/16 ",
                "::/0"
            })
    void othersAreRefused(String block) {
        assertThat(block)
                .doesNotMatch(parameter(network(3)).text("AllowedPattern").orElseThrow());
    }

    @Test
    void leaveRoomForEverySubnetAndTheFirstBlock() {
        Region wide = Region.builder("us-east-1")
                .addZoneIds("use1-az1", "use1-az2", "use1-az4", "use1-az5")
                .putPrefixLists(AwsService.S3, "pl-63a5400a")
                .build();
        IsolatedNetwork four = IsolatedNetwork.builder("Vpc")
                .name("net")
                .key(Stacks.KEY)
                .subnets(4)
                .addRegions(wide)
                .cidrByParameter(true)
                .build();

        assertThat(parameter(network(3)).text("AllowedPattern").orElseThrow())
                .contains("|22)")
                .doesNotContain("|23");
        assertThat(parameter(four).text("AllowedPattern").orElseThrow())
                .contains("|21)")
                .doesNotContain("|22");
    }
}
