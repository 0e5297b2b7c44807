package io.tapstack.model.value;

import java.util.List;

/**
 * Address blocks cut out of a larger one.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-cidr.html">Fn::Cidr</a>
 */
public final class Cidr extends Intrinsic<List<String>> {

    Cidr(Value<?> argument) {
        super("Fn::Cidr", argument);
    }

    /**
     * Cuts blocks.
     *
     * @param block the block to cut
     * @param count how many blocks, 1 to 256
     * @param cidrBits how many bits are left for hosts: 8 makes a /24
     */
    public static Cidr of(Value<String> block, Value<Integer> count, Value<Integer> cidrBits) {
        return new Cidr(ListValue.ofAny(List.of(block, count, cidrBits)));
    }
}
