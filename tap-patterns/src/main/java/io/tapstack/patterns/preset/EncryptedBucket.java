package io.tapstack.patterns.preset;

import io.tapstack.model.aws.s3.Bucket;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * An S3 bucket under a key of the customer: versioned, private, refusing requests without TLS 1.2, moving to cheaper storage
 * after 30 days.
 *
 * <p>It has no server access log: a bucket for such logs cannot be encrypted with a KMS key. The data events of CloudTrail tell
 * the same.
 */
@Immutable
public abstract class EncryptedBucket implements Preset {

    private static final int MAXIMUM_DAYS = 36_500;

    EncryptedBucket() {}

    /** A builder of a bucket with this logical id; its policy has the same with {@code Policy} behind it. */
    public static Builder builder(String logicalId) {
        return builder(logicalId, SourceLocation.ofCaller());
    }

    /** A builder of a bucket that belongs to another preset, declared in that place. */
    static Builder builder(String logicalId, SourceLocation source) {
        return new Builder().source(source).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the bucket. */
    public abstract LogicalId logicalId();

    /**
     * The start of its name; account and suffix follow, since names of buckets are unique in the world. Made from the logical id
     * unless it is given.
     */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** The key. */
    public abstract CustomerManagedKey key();

    /** Statements of its policy that let services in. */
    public abstract List<Statement> serviceStatements();

    /** Records of the wildcards in those statements. */
    public abstract List<ExceptionRecord> exceptions();

    /** The condition on which it exists. */
    public abstract Optional<Condition> when();

    /** How many days after their creation objects move to Glacier Instant Retrieval, which costs less to keep and more to read: 60 or more. */
    public abstract OptionalInt archiveAfterDays();

    /** How many days after their creation objects are deleted; never if absent. Their versions stay. */
    public abstract OptionalInt expireAfterDays();

    /** How many days versions are kept that were replaced or deleted; for good if absent. */
    public abstract OptionalInt expireOldVersionsAfterDays();

    @Check
    void check() {
        archiveAfterDays().ifPresent(days -> Ranges.require("archiveAfterDays", days, 60, MAXIMUM_DAYS));
        expireAfterDays().ifPresent(days -> Ranges.require("expireAfterDays", days, 1, MAXIMUM_DAYS));
        expireOldVersionsAfterDays()
                .ifPresent(days -> Ranges.require("expireOldVersionsAfterDays", days, 1, MAXIMUM_DAYS));
    }

    /** The logical id of its policy: what a service that writes into it has to wait for. */
    public final LogicalId policyId() {
        return LogicalId.of(logicalId().name() + "Policy");
    }

    /** Its name. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    /** The ARN of objects in it, by their key; the key may end with {@code *}. */
    public final Sub objects(Value<String> objectKey) {
        return Sub.concat(arn(), Value.of("/"), objectKey);
    }

    /**
     * The objects whose keys start with a prefix, to give access to them.
     *
     * @throws IllegalArgumentException if the prefix is empty or starts with a slash
     */
    public final BucketObjects objects(String prefix) {
        return new BucketObjects(this, prefix);
    }

    /** Its name, put together as CloudFormation will: for what must know it before it exists. */
    final Sub bucketName(StackConventions conventions) {
        return Sub.concat(
                Value.of(name() + "-"),
                PseudoParameter.ACCOUNT_ID,
                Value.of("-"),
                conventions.suffix().ref());
    }

    /** Its ARN from its name. */
    final Sub arnByName(StackConventions conventions) {
        return Arns.bucket(bucketName(conventions));
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.S3).build());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(
                check(
                                "EncryptionRule",
                                "encrypted-kms",
                                "S3_DEFAULT_ENCRYPTION_KMS",
                                "is encrypted with the key of this stack")
                        .putParameters("kmsKeyArns", key().arn())
                        .build(),
                check("TlsRule", "tls", "S3_BUCKET_SSL_REQUESTS_ONLY", "denies requests without TLS")
                        .build(),
                check("PublicAccessRule", "private", "S3_BUCKET_LEVEL_PUBLIC_ACCESS_PROHIBITED", "blocks public access")
                        .build(),
                check("VersioningRule", "versioned", "S3_BUCKET_VERSIONING_ENABLED", "keeps versions")
                        .build());
    }

    private ConfigCheck.Builder check(String idEnd, String nameEnd, String identifier, String what) {
        return ConfigCheck.builder(logicalId().name() + idEnd, name() + "-" + nameEnd, identifier)
                .description("The bucket " + name() + " " + what)
                .addResourceTypes(Bucket.TYPE)
                .resource(ref())
                .when(when());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        return Fragment.builder()
                .addAllResources(new BucketResources(this, wiring).all())
                .build();
    }

    /** Whether an access to its objects reaches the keys that start with a prefix. */
    final boolean writesUnder(Access access, String prefix) {
        String start = objects(Value.of("")).text();
        for (Value<String> resource : access.resources()) {
            String arn = resource instanceof Sub sub ? sub.text() : resource.toString();
            if (arn.startsWith(start)) {
                String written = arn.substring(start.length()).replaceFirst("\\*$", "");
                if (written.startsWith(prefix) || prefix.startsWith(written)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Collects the options of a bucket. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedBucket.Builder {

        Builder() {}
    }
}
