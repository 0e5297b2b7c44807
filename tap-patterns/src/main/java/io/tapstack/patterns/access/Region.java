package io.tapstack.patterns.access;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.immutables.value.Value.Immutable;

/**
 * What differs from region to region and no function of CloudFormation tells: zone ids, and the prefix lists of gateway
 * endpoints.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/working-with-aws-managed-prefix-lists.html">Managed prefix
 *     lists</a>
 */
@Immutable
public abstract class Region {

    Region() {}

    /** Northern Virginia. Its zone {@code use1-az3} is left out, since many services are not offered there. */
    public static Region usEast1() {
        return builder("us-east-1")
                .addZoneIds("use1-az1", "use1-az2", "use1-az4")
                .putPrefixLists(AwsService.DYNAMODB, "pl-02cd2c6b")
                .putPrefixLists(AwsService.S3, "pl-63a5400a")
                .build();
    }

    /** The regions that this library has data for. */
    public static List<Region> known() {
        return List.of(usEast1());
    }

    /** A builder of a region with this name. */
    public static Builder builder(String name) {
        return new Builder().name(name);
    }

    /** Its name, such as {@code us-east-1}. */
    public abstract String name();

    /** Zone ids in which a stack may have subnets, the preferred ones first. */
    public abstract List<String> zoneIds();

    /** The prefix lists of services with gateway endpoints. */
    public abstract Map<AwsService, String> prefixLists();

    /** The prefix lists in the order of the services. */
    public final Map<AwsService, String> sortedPrefixLists() {
        return new TreeMap<>(prefixLists());
    }

    /** Collects the data of a region. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableRegion.Builder {

        Builder() {}
    }
}
