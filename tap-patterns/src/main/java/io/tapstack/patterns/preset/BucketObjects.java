package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The objects of a bucket whose keys start with a prefix: what others may be given access to.
 *
 * <p>Keys are data and not known when a template is written, so the resource of each access ends with {@code *} behind the prefix.
 */
public final class BucketObjects {

    static final String PUT = "s3:PutObject";

    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9!_.()'-][A-Za-z0-9!_.()'/-]*");
    private static final Pattern NO_WORD = Pattern.compile("[^A-Za-z0-9]+");

    private final EncryptedBucket bucket;
    private final String prefix;

    BucketObjects(EncryptedBucket bucket, String prefix) {
        requirePrefix(prefix);
        this.bucket = bucket;
        this.prefix = prefix;
    }

    /** Refuses no prefix at all, and one with characters that policies give another meaning. */
    static void requirePrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException("prefix: '" + prefix
                    + "' is empty, starts with / or has other characters than letters, digits and !-_.()'/");
        }
    }

    /** The words of a prefix for logical ids and sids: {@code incoming/raw} becomes {@code IncomingRaw}. */
    static String idPart(String prefix) {
        StringBuilder id = new StringBuilder();
        for (String word : words(prefix)) {
            id.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return id.toString();
    }

    /** The words of a prefix for names: {@code incoming/raw} becomes {@code incoming-raw}. */
    static String nameParts(String prefix) {
        return String.join("-", words(prefix)).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String prefix) {
        List<String> words = new ArrayList<>();
        for (String word : NO_WORD.split(prefix, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    /** Their ARNs: everything under the prefix. */
    public Sub arn() {
        return bucket.objects(Value.of(prefix + "*"));
    }

    /** The access to read objects, older versions too. */
    public Access read() {
        return access("Read", "s3:GetObject", "s3:GetObjectVersion")
                .addKeyActions("kms:Decrypt")
                .build();
    }

    /** The access to write objects, in one piece or in several. The key must decrypt, too, for several. */
    public Access write() {
        return access("Write", PUT)
                .addKeyActions("kms:Decrypt", "kms:GenerateDataKey")
                .build();
    }

    /** The access to read and write objects, not to delete any. */
    public Access readWrite() {
        return access("ReadWrite", "s3:GetObject", "s3:GetObjectVersion", PUT)
                .addKeyActions("kms:Decrypt", "kms:GenerateDataKey")
                .build();
    }

    /** The access to delete objects; their versions stay. */
    public Access delete() {
        return access("Delete", "s3:DeleteObject").build();
    }

    /** The access to list the keys under the prefix. Without it a missing object looks like one that may not be read. */
    public Access list() {
        return Access.builder(AwsService.S3, sid("List"))
                .target(bucket.logicalId())
                .addActions("s3:ListBucket")
                .addResources(bucket.arn())
                .addResourceTypes("bucket")
                .addConditions(PolicyCondition.of(
                        ConditionOperator.STRING_LIKE, "s3:prefix", List.of(Value.of(prefix), Value.of(prefix + "*"))))
                .build();
    }

    private Access.Builder access(String verb, String... actions) {
        return Access.builder(AwsService.S3, sid(verb))
                .target(bucket.logicalId())
                .addActions(actions)
                .addResources(arn())
                .addResourceTypes("object")
                .key(bucket.key().logicalId())
                .addExceptions(ExceptionRecord.of(
                        sid(verb), prefix + "*", "Keys of objects are data", "One bucket, one prefix, exact actions"));
    }

    private String sid(String verb) {
        return verb + bucket.logicalId() + idPart(prefix);
    }
}
