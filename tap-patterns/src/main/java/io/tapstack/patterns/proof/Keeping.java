package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of the data of a resource that is removed or replaced: its policies, what AWS itself refuses to delete, and whether it
 * holds data at all.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-deletionpolicy.html">DeletionPolicy</a>
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-attribute-updatereplacepolicy.html">UpdateReplacePolicy</a>
 */
final class Keeping {

    private static final String SNAPSHOT = "Snapshot";
    private static final Set<String> KEEPING = Set.of("Retain", "RetainExceptOnCreate", SNAPSHOT);
    private static final String CLUSTER = "DBClusterIdentifier";

    /** The properties that keep AWS from deleting a resource, and their values. */
    private static final Map<String, Map.Entry<String, String>> PROTECTION = Map.of(
            "AWS::Cognito::UserPool", Map.entry("DeletionProtection", "ACTIVE"),
            "AWS::DSQL::Cluster", Map.entry("DeletionProtectionEnabled", "true"),
            "AWS::DocDB::DBCluster", Map.entry("DeletionProtection", "true"),
            "AWS::DynamoDB::Table", Map.entry("DeletionProtectionEnabled", "true"),
            "AWS::Neptune::DBCluster", Map.entry("DeletionProtection", "true"),
            "AWS::NeptuneGraph::Graph", Map.entry("DeletionProtection", "true"),
            "AWS::QLDB::Ledger", Map.entry("DeletionProtection", "true"),
            "AWS::RDS::DBCluster", Map.entry("DeletionProtection", "true"),
            "AWS::RDS::DBInstance", Map.entry("DeletionProtection", "true"));

    /** Types that AWS deletes only when nothing is in them. */
    private static final Set<String> DELETED_EMPTY = Set.of(
            "AWS::Backup::BackupVault", "AWS::ECR::Repository", "AWS::S3::Bucket", "AWS::S3Express::DirectoryBucket");

    private Keeping() {}

    /** Of a resource that leaves the template, whose policy is that of the first template. */
    static Verdict whenRemoved(Resource before) {
        Verdict held = held(before);
        return held.loss() == DataLoss.NONE ? held : policy("DeletionPolicy", before, deletionPolicy(before));
    }

    /** Of a resource that stays in the template on a condition that may no longer hold: both templates have to keep it. */
    static Verdict whenConditionFails(Resource before, Resource after) {
        Verdict held = held(before);
        return held.loss() == DataLoss.NONE
                ? held
                : both(
                        policy("DeletionPolicy", before, deletionPolicy(before)),
                        policy("DeletionPolicy", after, deletionPolicy(after)));
    }

    /** Of a resource that is replaced: both templates have to keep the old one. */
    static Verdict whenReplaced(Resource before, Resource after) {
        Verdict held = held(before);
        return held.loss() == DataLoss.NONE
                ? held
                : both(
                        policy("UpdateReplacePolicy", before, replacePolicy(before)),
                        policy("UpdateReplacePolicy", after, replacePolicy(after)));
    }

    /** Whether there is data to lose, and nothing but a policy that can save it. */
    private static Verdict held(Resource resource) {
        String type = resource.resourceType();
        Optional<ResourceFacts> facts = CloudFormationFacts.bundled().resource(type);
        if (facts.isEmpty()) {
            return new Verdict(DataLoss.POSSIBLE, "");
        }
        if (!facts.get().stateful()) {
            return new Verdict(DataLoss.NONE, "");
        }
        if (type.equals("AWS::RDS::DBInstance") && resource.properties().has(CLUSTER)) {
            return new Verdict(DataLoss.NONE, "its data is that of its cluster");
        }
        Map.Entry<String, String> protection = PROTECTION.get(type);
        if (protection != null
                && protection.getValue().equals(text(resource.properties().find(protection.getKey())))) {
            return new Verdict(
                    DataLoss.NONE, protection.getKey() + " is " + protection.getValue() + ", so it cannot be deleted");
        }
        if (DELETED_EMPTY.contains(type)
                && !"true".equals(text(resource.properties().find("EmptyOnDelete")))) {
            return new Verdict(DataLoss.NONE, "it cannot be deleted while there is something in it");
        }
        return new Verdict(DataLoss.CERTAIN, "");
    }

    private static Verdict policy(String name, Resource resource, @Nullable Value<?> policy) {
        if (policy == null) {
            return lost(resource, name + " is not set");
        }
        String word = text(policy);
        if (word == null) {
            return new Verdict(DataLoss.POSSIBLE, name + " is made by a function");
        }
        if (!KEEPING.contains(word)) {
            return lost(resource, name + " is " + word);
        }
        return new Verdict(
                DataLoss.NONE, name + " is " + word + (word.equals(SNAPSHOT) ? ", which keeps its data alone" : ""));
    }

    private static Verdict lost(Resource resource, String reason) {
        boolean known = CloudFormationFacts.bundled().knows(resource.resourceType());
        return known
                ? new Verdict(DataLoss.CERTAIN, reason)
                : new Verdict(DataLoss.POSSIBLE, reason + ", and it is not known whether it holds data");
    }

    private static Verdict both(Verdict before, Verdict after) {
        if (before.loss() == after.loss()) {
            return after;
        }
        if (before.loss() == DataLoss.NONE) {
            return new Verdict(DataLoss.POSSIBLE, after.reason() + " now, although it kept the old one before");
        }
        if (after.loss() == DataLoss.NONE) {
            return new Verdict(
                    DataLoss.POSSIBLE, before.reason() + " before; to be sure, set the policy in an update of its own");
        }
        return new Verdict(DataLoss.POSSIBLE, after.reason());
    }

    /** The policy, or what counts where none is set: databases are kept as snapshots, but for members of clusters. */
    private static @Nullable Value<?> deletionPolicy(Resource resource) {
        Optional<Value<String>> policy = resource.options().deletionPolicy();
        if (policy.isPresent()) {
            return policy.get();
        }
        boolean saved = resource.resourceType().equals("AWS::RDS::DBCluster")
                || resource.resourceType().equals("AWS::RDS::DBInstance")
                        && !resource.properties().has(CLUSTER);
        return saved ? Literal.of(SNAPSHOT) : null;
    }

    private static @Nullable Value<?> replacePolicy(Resource resource) {
        return resource.options().updateReplacePolicy().orElse(null);
    }

    private static @Nullable String text(@Nullable Value<?> value) {
        return value instanceof Literal<?> literal ? literal.text() : null;
    }

    /** Whether data is lost, and why or why not; the reason is empty if there is no data. */
    record Verdict(DataLoss loss, String reason) {}
}
