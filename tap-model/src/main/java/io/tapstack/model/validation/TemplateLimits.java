package io.tapstack.model.validation;

import java.util.List;

/**
 * How much CloudFormation takes. The size in bytes depends on how a template is written, so whoever writes it asks here.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/cloudformation-limits.html">CloudFormation quotas</a>
 */
public final class TemplateLimits {

    /** The most resources. */
    public static final int RESOURCES = 500;
    /** The most parameters, and the most outputs. */
    public static final int PARAMETERS = 200;
    /** The most outputs. */
    public static final int OUTPUTS = 200;
    /** The most mappings, and the most keys in each of their levels. */
    public static final int MAPPINGS = 200;
    /** The most bytes of the description of a template or an output. */
    public static final int DESCRIPTION_BYTES = 1_024;
    /** The most characters of the description of a parameter. */
    public static final int PARAMETER_DESCRIPTION = 4_000;
    /** The most bytes of the value of a parameter. */
    public static final int PARAMETER_VALUE_BYTES = 4_096;
    /** The most bytes of a template that is sent with the request itself. */
    public static final long DIRECT_BYTES = 51_200;
    /** The most bytes of a template that is fetched from a bucket. */
    public static final long BUCKET_BYTES = 1_048_576;
    /** How deep values may be nested before this library stops to look. */
    public static final int MAXIMUM_DEPTH = 100;

    /** The rule under whose name the size is reported. */
    public static final String SIZE_RULE = "TemplateSize";

    private TemplateLimits() {}

    /** What is to be said about a template whose text has so many bytes: nothing, or one finding. */
    public static List<Finding> checkSize(long bytes) {
        if (bytes > BUCKET_BYTES) {
            return List.of(size(
                    Severity.ERROR,
                    "The template has " + bytes + " bytes; CloudFormation takes at most " + BUCKET_BYTES + ".",
                    "Split it into nested stacks, or write it as minified JSON."));
        }
        if (bytes > DIRECT_BYTES) {
            return List.of(size(
                    Severity.INFO,
                    "The template has " + bytes + " bytes; more than " + DIRECT_BYTES
                            + " cannot be sent with the request.",
                    "Deploy it through a bucket: aws cloudformation deploy --s3-bucket, or TemplateURL."));
        }
        return List.of();
    }

    private static Finding size(Severity severity, String message, String remedy) {
        return Finding.builder()
                .ruleId(SIZE_RULE)
                .severity(severity)
                .path("")
                .message(message)
                .remedy(remedy)
                .build();
    }
}
