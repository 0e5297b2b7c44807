package io.tapstack.patterns.access;

import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A service that a stack's code may call, and how a private network reaches it.
 *
 * <p>The constants are the services that the presets of this library need; {@link #of} makes any other.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">Services with
 *     endpoints</a>
 */
public final class AwsService implements Comparable<AwsService> {

    /** AWS CloudTrail. */
    public static final AwsService CLOUDTRAIL = of("cloudtrail", "cloudtrail", "CloudTrail", EndpointType.INTERFACE);

    /** Amazon DynamoDB, through a gateway endpoint. */
    public static final AwsService DYNAMODB = of("dynamodb", "dynamodb", "DynamoDB", EndpointType.GATEWAY);

    /** Amazon EventBridge. */
    public static final AwsService EVENTS = of("events", "events", "Events", EndpointType.INTERFACE);

    /** The APIs that Amazon API Gateway serves. */
    public static final AwsService EXECUTE_API = of("execute-api", "execute-api", "ExecuteApi", EndpointType.INTERFACE);

    /** Amazon Kinesis Data Streams. */
    public static final AwsService KINESIS = of("kinesis", "kinesis-streams", "Kinesis", EndpointType.INTERFACE);

    /** AWS Key Management Service. */
    public static final AwsService KMS = of("kms", "kms", "KMS", EndpointType.INTERFACE);

    /** AWS Lambda. */
    public static final AwsService LAMBDA = of("lambda", "lambda", "Lambda", EndpointType.INTERFACE);

    /** Amazon CloudWatch Logs. */
    public static final AwsService LOGS = of("logs", "logs", "Logs", EndpointType.INTERFACE);

    /** Amazon RDS. */
    public static final AwsService RDS = of("rds", "rds", "RDS", EndpointType.INTERFACE);

    /** Amazon S3, through a gateway endpoint. */
    public static final AwsService S3 = of("s3", "s3", "S3", EndpointType.GATEWAY);

    /** AWS Secrets Manager. */
    public static final AwsService SECRETS_MANAGER =
            of("secretsmanager", "secretsmanager", "SecretsManager", EndpointType.INTERFACE);

    /** Amazon SNS. */
    public static final AwsService SNS = of("sns", "sns", "SNS", EndpointType.INTERFACE);

    /** Amazon SQS. */
    public static final AwsService SQS = of("sqs", "sqs", "SQS", EndpointType.INTERFACE);

    private static final List<AwsService> KNOWN = List.of(
            CLOUDTRAIL, DYNAMODB, EVENTS, EXECUTE_API, KINESIS, KMS, LAMBDA, LOGS, RDS, S3, SECRETS_MANAGER, SNS, SQS);

    /** How a private network reaches a service. */
    public enum EndpointType {
        /** By routes to the addresses of a managed prefix list. */
        GATEWAY("Gateway"),
        /** By network interfaces in the subnets, under the service's usual name. */
        INTERFACE("Interface");

        private final String text;

        EndpointType(String text) {
            this.text = text;
        }

        /** The word in the template. */
        public String text() {
            return text;
        }
    }

    private final String prefix;
    private final String endpointName;
    private final String title;
    private final EndpointType endpointType;
    private final Value<String> endpointServiceName;
    private final Value<String> viaService;

    private AwsService(String prefix, String endpointName, String title, EndpointType endpointType) {
        this.prefix = Objects.requireNonNull(prefix, "prefix");
        this.endpointName = Objects.requireNonNull(endpointName, "endpointName");
        this.title = Objects.requireNonNull(title, "title");
        this.endpointType = Objects.requireNonNull(endpointType, "endpointType");
        this.endpointServiceName =
                Sub.concat(Value.of("com.amazonaws."), PseudoParameter.REGION, Value.of("." + endpointName));
        this.viaService =
                Sub.concat(Value.of(prefix + "."), PseudoParameter.REGION, Value.of("."), PseudoParameter.URL_SUFFIX);
    }

    /**
     * A service.
     *
     * @param prefix what stands before the colon of its actions, such as {@code states}
     * @param endpointName the end of the name of its endpoint service, behind the region
     * @param title its name in logical ids: ASCII letters and digits
     */
    public static AwsService of(String prefix, String endpointName, String title, EndpointType endpointType) {
        return new AwsService(prefix, endpointName, title, endpointType);
    }

    /** The constants of this class, sorted. */
    public static List<AwsService> known() {
        return KNOWN;
    }

    /** What stands before the colon of its actions. */
    public String prefix() {
        return prefix;
    }

    /** Its name in logical ids, such as {@code DynamoDB}. */
    public String title() {
        return title;
    }

    /** How a private network reaches it. */
    public EndpointType endpointType() {
        return endpointType;
    }

    /** The name of its endpoint service in the stack's region. */
    public Value<String> endpointServiceName() {
        return endpointServiceName;
    }

    /** Its value of {@code kms:ViaService} in the stack's region and partition. */
    public Value<String> viaService() {
        return viaService;
    }

    /** By prefix, then by the endpoint's name. */
    @Override
    public int compareTo(AwsService other) {
        int byPrefix = prefix.compareTo(other.prefix);
        return byPrefix != 0 ? byPrefix : endpointName.compareTo(other.endpointName);
    }

    /** Whether the other is the same service at the same endpoint. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof AwsService that && compareTo(that) == 0;
    }

    @Override
    public int hashCode() {
        return prefix.hashCode() * 31 + endpointName.hashCode();
    }

    @Override
    public String toString() {
        return prefix;
    }
}
