package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Changes in place after which AWS keeps data for a shorter time, so that what is older is deleted. */
final class Shortening {

    /** No end: what is not set, or zero, keeps data for ever. */
    private static final BigDecimal FOREVER = BigDecimal.valueOf(Long.MAX_VALUE);

    /** How long each type keeps data: the property, and what counts if it is not set. */
    private static final Map<String, Map.Entry<String, BigDecimal>> RETENTION = Map.of(
            "AWS::Events::Archive", Map.entry("RetentionDays", FOREVER),
            "AWS::Kinesis::Stream", Map.entry("RetentionPeriodHours", BigDecimal.valueOf(24)),
            "AWS::Logs::LogGroup", Map.entry("RetentionInDays", FOREVER),
            "AWS::SQS::Queue", Map.entry("MessageRetentionPeriod", BigDecimal.valueOf(345_600)));

    /** In names of properties that make AWS delete data by itself: whatever changes there may make it delete more. */
    private static final List<String> EXPIRY = List.of("Retention", "TimeToLive", "Lifecycle", "Archive", "Expir");

    /** Properties without which nothing expires. */
    private static final Set<String> FOREVER_WITHOUT = Set.of(
            "LifecycleConfiguration", "LifecyclePolicies", "LifecyclePolicy", "TimeToLive", "TimeToLiveSpecification");

    private static final Keeping.Verdict NOTHING = new Keeping.Verdict(DataLoss.NONE, "");

    /** Of a number that AWS takes. */
    private static final int LONGEST = 18;

    private Shortening() {}

    /** What the changes of a resource's properties do to data that it goes on holding. */
    static Keeping.Verdict of(String resourceType, List<Difference> differences) {
        Map.Entry<String, BigDecimal> retention = RETENTION.get(resourceType);
        boolean holdsData = CloudFormationFacts.bundled()
                .resource(resourceType)
                .map(ResourceFacts::stateful)
                .orElse(false);
        Keeping.Verdict worst = NOTHING;
        for (Difference difference : differences) {
            Keeping.Verdict verdict = NOTHING;
            if (retention != null && difference.property().equals(retention.getKey())) {
                verdict = shortened(difference, retention);
            } else if (holdsData) {
                verdict = expiring(difference);
            }
            worst = verdict.loss().compareTo(worst.loss()) > 0 ? verdict : worst;
        }
        return worst;
    }

    private static Keeping.Verdict expiring(Difference difference) {
        String property = difference.property();
        if (isWhole(difference.path())) {
            return new Keeping.Verdict(DataLoss.POSSIBLE, "what its properties become as a whole is not known");
        }
        boolean taken = difference.before() != null && difference.after() == null && FOREVER_WITHOUT.contains(property);
        return !taken && EXPIRY.stream().anyMatch(difference.path()::contains)
                ? new Keeping.Verdict(DataLoss.POSSIBLE, property + " may let more of it expire")
                : NOTHING;
    }

    /** Whether a difference is in properties that are chosen or made as a whole. */
    private static boolean isWhole(String path) {
        return path.equals(ResourceComparison.PROPERTIES) || path.startsWith(ResourceComparison.PROPERTIES + "/Fn::");
    }

    private static Keeping.Verdict shortened(Difference difference, Map.Entry<String, BigDecimal> retention) {
        DataLoss loss = shortened(difference, retention.getValue());
        return switch (loss) {
            case NONE -> NOTHING;
            case POSSIBLE -> new Keeping.Verdict(loss, retention.getKey() + " may be shorter");
            case CERTAIN -> new Keeping.Verdict(loss, retention.getKey() + " is shorter");
        };
    }

    private static DataLoss shortened(Difference difference, BigDecimal otherwise) {
        BigDecimal before = number(difference.before(), otherwise);
        BigDecimal after = number(difference.after(), otherwise);
        boolean same = difference.before() == null && difference.after() == null;
        if (before == null || after == null || same) {
            return DataLoss.POSSIBLE;
        }
        if (after.compareTo(before) >= 0) {
            return DataLoss.NONE;
        }
        return difference.certain() ? DataLoss.CERTAIN : DataLoss.POSSIBLE;
    }

    private static @Nullable BigDecimal number(@Nullable Value<?> value, BigDecimal otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            BigDecimal number =
                    value instanceof Literal<?> literal && literal.text().length() <= LONGEST
                            ? new BigDecimal(literal.text())
                            : null;
            return number != null && number.signum() == 0 ? FOREVER : number;
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
