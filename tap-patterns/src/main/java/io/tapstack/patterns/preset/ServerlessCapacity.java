package io.tapstack.patterns.preset;

import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * How far Aurora Serverless v2 scales, in capacity units of about 2 GiB of memory each.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.setting-capacity.html">Setting
 *     the capacity</a>
 */
@Immutable(builder = false)
public abstract class ServerlessCapacity {

    private static final double STEP = 0.5;
    private static final double MOST = 256;

    ServerlessCapacity() {}

    /**
     * A range in steps of a half unit.
     *
     * @param least 0.5 to 256; at 0 a database would pause, and a rotation would find it asleep
     * @param most 1 to 256, not less than the least
     * @throws IllegalArgumentException if one of them is none of these
     */
    public static ServerlessCapacity of(double least, double most) {
        return ImmutableServerlessCapacity.of(least, most);
    }

    /** The least. */
    @Parameter
    public abstract double least();

    /** The most. */
    @Parameter
    public abstract double most();

    @Check
    void check() {
        require("least", least(), STEP);
        require("most", most(), Math.max(1, least()));
    }

    private static void require(String option, double value, double floor) {
        if (!(value >= floor && value <= MOST) || value % STEP != 0) {
            throw new IllegalArgumentException(
                    option + ": " + value + " is not within " + floor + " to " + MOST + " in steps of " + STEP);
        }
    }
}
