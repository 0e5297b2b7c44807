package io.tapstack.patterns.preset;

import io.tapstack.model.aws.kinesis.Stream;
import io.tapstack.model.aws.kinesis.stream.StreamEncryption;
import io.tapstack.model.aws.kinesis.stream.StreamModeDetails;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.KeyUse;
import java.util.List;
import java.util.OptionalInt;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A Kinesis data stream under a key of the customer, which grows with its load and keeps records for a week.
 */
@Immutable
public abstract class EncryptedStream implements Preset {

    EncryptedStream() {}

    /** A builder of a stream with this logical id. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the stream. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** The key. */
    public abstract CustomerManagedKey key();

    /** How many hours records are kept: 24 to 8,760. */
    @Default
    public int retentionPeriodHours() {
        return 168;
    }

    /** How many shards it has, 1 to 500, paid by the hour; if absent it grows with its load and is paid by use. */
    public abstract OptionalInt shards();

    @Check
    void check() {
        Ranges.require("retentionPeriodHours", retentionPeriodHours(), 24, 8760);
        shards().ifPresent(count -> Ranges.require("shards", count, 1, 500));
    }

    /** Its name. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    /** The access to put one record at a time. */
    public final Access put() {
        return access("PutInto")
                .addActions("kinesis:PutRecord")
                .addKeyActions("kms:GenerateDataKey")
                .build();
    }

    /** The access to put up to 500 records at once, of which some may fail. */
    public final Access putBatches() {
        return access("PutBatchesInto")
                .addActions("kinesis:PutRecords")
                .addKeyActions("kms:GenerateDataKey")
                .build();
    }

    /** The access to read records: what Lambda needs to poll, too. */
    public final Access consume() {
        return access("Consume")
                .addActions(
                        "kinesis:DescribeStream",
                        "kinesis:DescribeStreamSummary",
                        "kinesis:GetRecords",
                        "kinesis:GetShardIterator",
                        "kinesis:ListShards")
                .addKeyActions("kms:Decrypt")
                .build();
    }

    private Access.Builder access(String verb) {
        return Access.builder(AwsService.KINESIS, verb + logicalId())
                .target(logicalId())
                .addResources(arn())
                .addResourceTypes("stream")
                .key(key().logicalId());
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.KINESIS).build());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                ConfigCheck.builder("KinesisEncryptionRule", "kinesis-stream-encrypted", "KINESIS_STREAM_ENCRYPTED")
                        .description("The stream is encrypted")
                        .addResourceTypes(Stream.TYPE)
                        .resource(ref())
                        .build());
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        return UsualAlarms.of(this);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Stream.Builder stream = Stream.builder(logicalId().name(), source())
                .name(conventions.name(name()))
                .streamModeDetails(StreamModeDetails.builder()
                        .streamMode(shards().isPresent() ? "PROVISIONED" : "ON_DEMAND")
                        .build())
                .retentionPeriodHours(retentionPeriodHours())
                .streamEncryption(StreamEncryption.builder()
                        .encryptionType("KMS")
                        .keyId(key().arn())
                        .build())
                .tags(Tag.of("Name", conventions.name(name())));
        shards().ifPresent(stream::shardCount);
        return Fragment.builder().heading("Stream").addResources(stream.build()).build();
    }

    /** Collects the options of a stream. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedStream.Builder {

        Builder() {}
    }
}
