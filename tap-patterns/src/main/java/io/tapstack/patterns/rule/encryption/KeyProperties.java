package io.tapstack.patterns.rule.encryption;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Where types that keep data name their key, and by which flag they are encrypted at all. */
final class KeyProperties {

    private static final Map<String, KeyProperties> ALL = new TreeMap<>();

    static {
        add("AWS::Backup::BackupVault", "EncryptionKeyArn");
        add("AWS::CloudTrail::Trail", "KMSKeyId");
        add("AWS::DocDB::DBCluster", "KmsKeyId").flag("StorageEncrypted");
        add("AWS::DynamoDB::Table", "SSESpecification.KMSMasterKeyId").flag("SSESpecification.SSEEnabled");
        add("AWS::EC2::Volume", "KmsKeyId").flag("Encrypted");
        add("AWS::ECR::Repository", "EncryptionConfiguration.KmsKey");
        add("AWS::EFS::FileSystem", "KmsKeyId").flag("Encrypted");
        add("AWS::ElastiCache::ReplicationGroup", "KmsKeyId").flag("AtRestEncryptionEnabled");
        add("AWS::Kinesis::Stream", "StreamEncryption.KeyId").algorithm("StreamEncryption.EncryptionType", "KMS");
        add("AWS::Lambda::Function", "KmsKeyArn").onlyWith("Environment");
        add("AWS::Logs::LogGroup", "KmsKeyId");
        add("AWS::Neptune::DBCluster", "KmsKeyId").flag("StorageEncrypted");
        add("AWS::OpenSearchService::Domain", "EncryptionAtRestOptions.KmsKeyId")
                .flag("EncryptionAtRestOptions.Enabled");
        add("AWS::RDS::DBCluster", "KmsKeyId").flag("StorageEncrypted");
        add("AWS::RDS::DBInstance", "KmsKeyId").flag("StorageEncrypted").notWith("DBClusterIdentifier");
        add("AWS::Redshift::Cluster", "KmsKeyId").flag("Encrypted");
        add(
                        "AWS::S3::Bucket",
                        "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.KMSMasterKeyID")
                .algorithm(
                        "BucketEncryption.ServerSideEncryptionConfiguration.ServerSideEncryptionByDefault.SSEAlgorithm",
                        "aws:kms");
        add("AWS::SecretsManager::Secret", "KmsKeyId");
        add("AWS::SNS::Topic", "KmsMasterKeyId");
        add("AWS::SQS::Queue", "KmsMasterKeyId");
        add("AWS::StepFunctions::StateMachine", "EncryptionConfiguration.KmsKeyId");
    }

    private final String[] key;
    private String @Nullable [] flag;
    private String @Nullable [] algorithm;
    private String algorithmName = "";
    private @Nullable String with;
    private @Nullable String without;

    private KeyProperties(String[] key) {
        this.key = key;
    }

    private static KeyProperties add(String resourceType, String key) {
        KeyProperties properties = new KeyProperties(key.split("\\.", -1));
        ALL.put(resourceType, properties);
        return properties;
    }

    private KeyProperties flag(String path) {
        flag = path.split("\\.", -1);
        return this;
    }

    private void algorithm(String path, String beginning) {
        algorithm = path.split("\\.", -1);
        algorithmName = beginning;
    }

    private KeyProperties onlyWith(String property) {
        with = property;
        return this;
    }

    private void notWith(String property) {
        without = property;
    }

    /** What is expected of a type; null if it keeps no data that this table knows of. */
    static @Nullable KeyProperties of(String resourceType) {
        return ALL.get(resourceType);
    }

    /** The types that are known to keep data, sorted. */
    static Set<String> types() {
        return Collections.unmodifiableSet(ALL.keySet());
    }

    /** When a resource keeps something of its own: at other times its data lies in another resource, or there is none. */
    When isKeeping(TemplateContext context, Element element) {
        When keeping = When.always();
        if (with != null) {
            keeping = When.any(Node.property(context, element, with), node -> !node.isAbsent());
        }
        return without == null
                ? keeping
                : keeping.and(When.any(Node.property(context, element, without), Node::isAbsent));
    }

    List<Node> keys(TemplateContext context, Element element) {
        return at(context, element, key);
    }

    List<Node> flags(TemplateContext context, Element element) {
        String[] path = flag;
        return path == null ? new ArrayList<>() : at(context, element, path);
    }

    /** Where the algorithm is named, if it is. */
    List<Node> algorithms(TemplateContext context, Element element) {
        String[] path = algorithm;
        return path == null ? new ArrayList<>() : at(context, element, path);
    }

    /** Whether an algorithm uses keys of the customer. */
    boolean isByKey(String name) {
        return name.startsWith(algorithmName);
    }

    private static List<Node> at(TemplateContext context, Element element, String[] path) {
        return Node.at(context, element, path[0], Arrays.copyOfRange(path, 1, path.length));
    }
}
