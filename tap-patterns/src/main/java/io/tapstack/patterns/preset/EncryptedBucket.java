package io.tapstack.patterns.preset;

import io.tapstack.model.aws.s3.Bucket;
import io.tapstack.model.aws.s3.BucketPolicy;
import io.tapstack.model.aws.s3.bucket.AbortIncompleteMultipartUpload;
import io.tapstack.model.aws.s3.bucket.BucketEncryption;
import io.tapstack.model.aws.s3.bucket.LifecycleConfiguration;
import io.tapstack.model.aws.s3.bucket.OwnershipControls;
import io.tapstack.model.aws.s3.bucket.OwnershipControlsRule;
import io.tapstack.model.aws.s3.bucket.PublicAccessBlockConfiguration;
import io.tapstack.model.aws.s3.bucket.Rule;
import io.tapstack.model.aws.s3.bucket.ServerSideEncryptionByDefault;
import io.tapstack.model.aws.s3.bucket.ServerSideEncryptionRule;
import io.tapstack.model.aws.s3.bucket.Transition;
import io.tapstack.model.aws.s3.bucket.VersioningConfiguration;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.KeyUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Auxiliary;
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

    /** The start of its name; account and suffix follow, since names of buckets are unique in the world. */
    public abstract String name();

    /** The key. */
    public abstract CustomerManagedKey key();

    /** Statements of its policy that let services in. */
    public abstract List<Statement> serviceStatements();

    /** Records of the wildcards in those statements. */
    public abstract List<ExceptionRecord> exceptions();

    /** The condition on which it exists. */
    public abstract Optional<Condition> when();

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
        StackConventions conventions = wiring.conventions();
        Sub bucketName = Sub.concat(
                Value.of(name() + "-"),
                PseudoParameter.ACCOUNT_ID,
                Value.of("-"),
                conventions.suffix().ref());
        Bucket bucket = Bucket.builder(logicalId().name(), source())
                .bucketName(bucketName)
                .bucketEncryption(encryption())
                .ownershipControls(OwnershipControls.builder()
                        .rules(OwnershipControlsRule.builder()
                                .objectOwnership("BucketOwnerEnforced")
                                .build())
                        .build())
                .publicAccessBlockConfiguration(PublicAccessBlockConfiguration.builder()
                        .blockPublicAcls(true)
                        .blockPublicPolicy(true)
                        .ignorePublicAcls(true)
                        .restrictPublicBuckets(true)
                        .build())
                .versioningConfiguration(
                        VersioningConfiguration.builder().status("Enabled").build())
                .lifecycleConfiguration(lifecycle())
                .tags(Tag.of("Name", bucketName))
                .options(existence())
                .build();
        BucketPolicy policy = BucketPolicy.builder(policyId().name(), source())
                .bucket(ref())
                .policyDocument(policyDocument())
                .options(existence().toBuilder()
                        .metadata(ExceptionRecord.metadata(exceptionRecords()))
                        .build())
                .build();
        return Fragment.builder().addResources(bucket, policy).build();
    }

    private ResourceOptions existence() {
        ResourceOptions.Builder options = ResourceOptions.builder();
        when().ifPresent(options::condition);
        return options.build();
    }

    private BucketEncryption encryption() {
        return BucketEncryption.builder()
                .serverSideEncryptionConfiguration(ServerSideEncryptionRule.builder()
                        .bucketKeyEnabled(true)
                        .serverSideEncryptionByDefault(ServerSideEncryptionByDefault.builder()
                                .sseAlgorithm("aws:kms")
                                .kmsMasterKeyID(key().arn())
                                .build())
                        .build())
                .build();
    }

    private static LifecycleConfiguration lifecycle() {
        return LifecycleConfiguration.builder()
                .rules(
                        Rule.builder()
                                .id("AbortIncompleteUploads")
                                .status("Enabled")
                                .abortIncompleteMultipartUpload(AbortIncompleteMultipartUpload.builder()
                                        .daysAfterInitiation(7)
                                        .build())
                                .build(),
                        Rule.builder()
                                .id("MoveToInfrequentAccess")
                                .status("Enabled")
                                .transitions(Transition.builder()
                                        .storageClass("STANDARD_IA")
                                        .transitionInDays(30)
                                        .build())
                                .build())
                .build();
    }

    private PolicyDocument policyDocument() {
        List<Value<Statement>> statements = new ArrayList<>(serviceStatements());
        statements.add(denial("DenyInsecureTransport")
                .condition(ConditionOperator.BOOL, "aws:SecureTransport", "false")
                .build());
        statements.add(denial("DenyOldTls")
                .condition(ConditionOperator.NUMERIC_LESS_THAN, "s3:TlsVersion", "1.2")
                .build());
        return PolicyDocument.of(statements);
    }

    private Statement.Builder denial(String sid) {
        return Statement.deny(sid)
                .addPrincipals(Principal.anyone())
                .addActions("s3:*")
                .addResources(arn(), objects(Value.of("*")));
    }

    private ExceptionRecord[] exceptionRecords() {
        List<ExceptionRecord> records = new ArrayList<>(exceptions());
        records.add(ExceptionRecord.of(
                "DenyInsecureTransport, DenyOldTls",
                "Principal *, Action s3:*, all objects",
                "A denial must be broad",
                "It grants nothing"));
        return records.toArray(ExceptionRecord[]::new);
    }

    /** Collects the options of a bucket. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableEncryptedBucket.Builder {

        Builder() {}
    }
}
