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

    /** The start of its name; the suffix of the stack follows. */
    public abstract String name();

    /** The key. */
    public abstract CustomerManagedKey key();

    /** How many hours records are kept: 24 to 8,760. */
    @Default
    public int retentionPeriodHours() {
        return 168;
    }

    @Check
    void check() {
        if (retentionPeriodHours() < 24 || retentionPeriodHours() > 8760) {
            throw new IllegalArgumentException(
                    "retentionPeriodHours: " + retentionPeriodHours() + " is not within 24 to 8760");
        }
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
        return Access.builder(AwsService.KINESIS, "PutInto" + logicalId())
                .target(logicalId())
                .addActions("kinesis:PutRecord")
                .addResources(arn())
                .addResourceTypes("stream")
                .key(key().logicalId())
                .addKeyActions("kms:GenerateDataKey")
                .build();
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
    public Fragment fragment(Wiring wiring) {
        StackConventions conventions = wiring.conventions();
        Stream stream = Stream.builder(logicalId().name(), source())
                .name(conventions.name(name()))
                .streamModeDetails(
                        StreamModeDetails.builder().streamMode("ON_DEMAND").build())
                .retentionPeriodHours(retentionPeriodHours())
                .streamEncryption(StreamEncryption.builder()
                        .encryptionType("KMS")
                        .keyId(key().arn())
                        .build())
                .tags(Tag.of("Name", conventions.name(name())))
                .build();
        return Fragment.builder().heading("Stream").addResources(stream).build();
    }

    /** Collects the options of a stream. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedStream.Builder {

        Builder() {}
    }
}
