package io.tapstack.patterns.access;

import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;

/**
 * A service that a stack's code may call, and how a private network reaches it.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/aws-services-privatelink-support.html">Services with
 *     endpoints</a>
 */
public enum AwsService {
    /** Amazon DynamoDB, through a gateway endpoint. */
    DYNAMODB("dynamodb", "dynamodb", "DynamoDB", EndpointType.GATEWAY),
    /** Amazon Kinesis Data Streams. */
    KINESIS("kinesis", "kinesis-streams", "Kinesis", EndpointType.INTERFACE),
    /** AWS Key Management Service. */
    KMS("kms", "kms", "KMS", EndpointType.INTERFACE),
    /** AWS Lambda. */
    LAMBDA("lambda", "lambda", "Lambda", EndpointType.INTERFACE),
    /** Amazon CloudWatch Logs. */
    LOGS("logs", "logs", "Logs", EndpointType.INTERFACE),
    /** Amazon S3, through a gateway endpoint. */
    S3("s3", "s3", "S3", EndpointType.GATEWAY),
    /** AWS Secrets Manager. */
    SECRETS_MANAGER("secretsmanager", "secretsmanager", "SecretsManager", EndpointType.INTERFACE),
    /** Amazon SNS. */
    SNS("sns", "sns", "SNS", EndpointType.INTERFACE),
    /** Amazon SQS. */
    SQS("sqs", "sqs", "SQS", EndpointType.INTERFACE);

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

    AwsService(String prefix, String endpointName, String title, EndpointType endpointType) {
        this.prefix = prefix;
        this.endpointName = endpointName;
        this.title = title;
        this.endpointType = endpointType;
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
        return Sub.concat(Value.of("com.amazonaws."), PseudoParameter.REGION, Value.of("." + endpointName));
    }

    /** Its value of {@code kms:ViaService} in the stack's region. */
    public Value<String> viaService() {
        return Sub.concat(Value.of(prefix + "."), PseudoParameter.REGION, Value.of(".amazonaws.com"));
    }
}
