package io.tapstack.reference.requirement;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks at what is encrypted, and by which key. */
final class Encryption {

    static final String BUCKET =
            "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID";

    private static final Map<String, String> KEYS = new LinkedHashMap<>();

    static {
        KEYS.put("AWS::S3::Bucket", BUCKET);
        KEYS.put("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId");
        KEYS.put("AWS::Kinesis::Stream", "StreamEncryption.KeyId");
        KEYS.put("AWS::Logs::LogGroup", "KmsKeyId");
        KEYS.put("AWS::SQS::Queue", "KmsMasterKeyId");
        KEYS.put("AWS::SNS::Topic", "KmsMasterKeyId");
        KEYS.put("AWS::Lambda::Function", "KmsKeyArn");
        KEYS.put("AWS::SecretsManager::Secret", "KmsKeyId");
        KEYS.put("AWS::RDS::DBInstance", "KmsKeyId");
        KEYS.put("AWS::CloudTrail::Trail", "KMSKeyId");
        KEYS.put("AWS::Config::DeliveryChannel", "S3KmsKeyArn");
    }

    private Encryption() {}

    /** Whatever keeps data names a rotating key of the stack; resources of some types must be there. */
    static Check everything(String... types) {
        return (stack, trouble) -> {
            for (String type : types) {
                trouble.expectSome(stack, type);
            }
            KEYS.forEach((type, way) -> stack.parts(type).forEach(part -> byOwnKey(stack, part, way, trouble)));
        };
    }

    /** The resources of one type, of which there must be some. */
    static Check of(String type) {
        return (stack, trouble) -> {
            trouble.expectSome(stack, type);
            String way = KEYS.getOrDefault(type, "");
            stack.parts(type).forEach(part -> byOwnKey(stack, part, way, trouble));
        };
    }

    private static void byOwnKey(Stack stack, Part part, String way, Trouble trouble) {
        trouble.expect(
                stack.typeOf(part.target(way)).equals("AWS::KMS::Key"), part + "." + way + " is no key of the stack");
    }

    /** There is a key, and each rotates. */
    static void keysRotate(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, "AWS::KMS::Key");
        stack.parts("AWS::KMS::Key").forEach(key -> trouble.expect(key, "EnableKeyRotation", "true"));
    }

    /** Buckets use SSE-KMS, not another algorithm. */
    static void bucketsUseKms(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, "AWS::S3::Bucket");
        String way = BUCKET.replace("KMSMasterKeyID", "SSEAlgorithm");
        stack.parts("AWS::S3::Bucket").forEach(bucket -> trouble.expect(bucket, way, "aws:kms"));
    }

    /** The use of a key is bound to services of this account, and grants to resources of AWS. */
    static void keyPoliciesAreBound(Stack stack, Trouble trouble) {
        for (Part key : stack.parts("AWS::KMS::Key")) {
            for (Part statement : Statements.allowing(key)) {
                List<String> actions = statement.texts("Action");
                String condition = statement.text("Condition");
                boolean service = statement.has("Principal.Service");
                String name = key + " " + statement.text("Sid");
                trouble.expect(actions.stream().noneMatch(action -> action.contains("*")), name + " has a wildcard");
                if (actions.contains("kms:Encrypt") && !service) {
                    trouble.expect(condition.contains("kms:ViaService"), name + " allows use outside of services");
                }
                if (actions.contains("kms:CreateGrant") && !service) {
                    trouble.expect(condition.contains("kms:GrantIsForAWSResource"), name + " allows any grant");
                }
                if (service) {
                    trouble.expect(
                            condition.contains("aws:Source") || condition.contains("kms:EncryptionContext"),
                            name + " lets a service act for anybody");
                }
            }
        }
    }
}
