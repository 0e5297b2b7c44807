package io.tapstack.patterns.proof;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.PropertyBag;
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
    private static final String EMPTIED = "EmptyOnDelete";
    private static final String UNPROTECTED = ", and it is not known whether it is protected";

    /** The properties that keep AWS from deleting a resource, and their values. */
    private static final Map<String, Map.Entry<String, String>> PROTECTION = Map.ofEntries(
            Map.entry("AWS::CloudTrail::EventDataStore", Map.entry("TerminationProtectionEnabled", "true")),
            Map.entry("AWS::Cognito::UserPool", Map.entry("DeletionProtection", "ACTIVE")),
            Map.entry("AWS::DSQL::Cluster", Map.entry("DeletionProtectionEnabled", "true")),
            Map.entry("AWS::DocDB::DBCluster", Map.entry("DeletionProtection", "true")),
            Map.entry("AWS::DynamoDB::Table", Map.entry("DeletionProtectionEnabled", "true")),
            Map.entry("AWS::EKS::Cluster", Map.entry("DeletionProtection", "true")),
            Map.entry("AWS::Logs::LogGroup", Map.entry("DeletionProtectionEnabled", "true")),
            Map.entry("AWS::Neptune::DBCluster", Map.entry("DeletionProtection", "true")),
            Map.entry("AWS::NeptuneGraph::Graph", Map.entry("DeletionProtection", "true")),
            Map.entry("AWS::OpenSearchServerless::Collection", Map.entry("DeletionProtection", "ENABLED")),
            Map.entry("AWS::QLDB::Ledger", Map.entry("DeletionProtection", "true")),
            Map.entry("AWS::RDS::DBCluster", Map.entry("DeletionProtection", "true")),
            Map.entry("AWS::RDS::DBInstance", Map.entry("DeletionProtection", "true")));

    /** Of these types, those that AWS may protect where the property is not set. */
    private static final Set<String> PROTECTED_BY_DEFAULT = Set.of(
            "AWS::CloudTrail::EventDataStore", "AWS::DSQL::Cluster", "AWS::NeptuneGraph::Graph", "AWS::QLDB::Ledger");

    /** Types that AWS deletes only when nothing is in them. */
    private static final Set<String> DELETED_EMPTY = Set.of(
            "AWS::Backup::BackupVault", "AWS::ECR::Repository", "AWS::S3::Bucket", "AWS::S3Express::DirectoryBucket");

    /** Types that stand for stacks of their own: what is in them is not known. */
    private static final Set<String> STACKS = Set.of(
            "AWS::CloudFormation::Stack",
            "AWS::CloudFormation::StackSet",
            "AWS::Serverless::Application",
            "AWS::ServiceCatalog::CloudFormationProvisionedProduct");

    /** Types that may hold data beside what is mounted to them, or that do what somebody's code does. */
    private static final Set<String> DOUBTFUL =
            Set.of("AWS::CloudFormation::CustomResource", "AWS::EC2::Instance", "AWS::Lightsail::Instance");

    private Keeping() {}

    /** Whether a resource of a type is a stack of its own, or several. */
    static boolean holdsStacks(String resourceType) {
        return STACKS.contains(resourceType);
    }

    /** Of a resource that leaves the template, whose policy is that of the first template. */
    static Verdict whenRemoved(Resource before) {
        return weighed(held(before), policy("DeletionPolicy", deletionPolicy(before)));
    }

    /** Of a resource that stays in the template on a condition that may no longer hold: both templates have to keep it. */
    static Verdict whenConditionFails(Resource before, Resource after) {
        return weighed(
                held(before),
                both(
                        policy("DeletionPolicy", deletionPolicy(before)),
                        policy("DeletionPolicy", deletionPolicy(after))));
    }

    /** Of a resource that is replaced: both templates have to keep the old one. */
    static Verdict whenReplaced(Resource before, Resource after) {
        return weighed(
                held(before),
                both(
                        policy("UpdateReplacePolicy", replacePolicy(before)),
                        policy("UpdateReplacePolicy", replacePolicy(after))));
    }

    private static Verdict weighed(Verdict held, Verdict policy) {
        if (held.loss() == DataLoss.NONE) {
            return held;
        }
        return policy.loss() == DataLoss.CERTAIN && held.loss() == DataLoss.POSSIBLE
                ? new Verdict(DataLoss.POSSIBLE, policy.reason() + held.reason())
                : policy;
    }

    /** Whether there is data to lose, and nothing but a policy that can save it. */
    private static Verdict held(Resource resource) {
        String type = resource.resourceType();
        if (isDoubtful(type)) {
            return new Verdict(DataLoss.POSSIBLE, ", and it is not known whether it holds data");
        }
        if (!CloudFormationFacts.bundled()
                .resource(type)
                .map(ResourceFacts::stateful)
                .orElse(true)) {
            return new Verdict(DataLoss.NONE, "");
        }
        PropertyBag properties = resource.properties();
        if (type.equals("AWS::RDS::DBInstance") && isSurelyThere(properties.find(CLUSTER))) {
            return new Verdict(DataLoss.NONE, "its data is that of its cluster");
        }
        Map.Entry<String, String> protection = PROTECTION.get(type);
        if (protection != null && protection.getValue().equals(text(properties.find(protection.getKey())))) {
            return new Verdict(
                    DataLoss.NONE, protection.getKey() + " is " + protection.getValue() + ", so it cannot be deleted");
        }
        if (isMadeAsAWhole(properties)
                || protection != null && mayProtect(type, properties.find(protection.getKey()))) {
            return new Verdict(DataLoss.POSSIBLE, UNPROTECTED);
        }
        if (DELETED_EMPTY.contains(type) && isSurelyKeptWhileNotEmpty(properties)) {
            return new Verdict(DataLoss.NONE, "it cannot be deleted while there is something in it");
        }
        return DELETED_EMPTY.contains(type) && isMade(properties.find(EMPTIED))
                ? new Verdict(DataLoss.POSSIBLE, UNPROTECTED)
                : new Verdict(DataLoss.CERTAIN, "");
    }

    private static boolean mayProtect(String type, @Nullable Value<?> protection) {
        return protection == null ? PROTECTED_BY_DEFAULT.contains(type) : isMade(protection);
    }

    private static boolean isMade(@Nullable Value<?> value) {
        return value != null && text(value) == null;
    }

    /** Whether properties are chosen or made as a whole, so that there may be others than those written. */
    static boolean isMadeAsAWhole(PropertyBag properties) {
        return properties.names().stream().anyMatch(name -> name.startsWith("Fn::"));
    }

    /** Whether it is not known of a type whether there is data. */
    private static boolean isDoubtful(String type) {
        return DOUBTFUL.contains(type)
                || STACKS.contains(type)
                || !CloudFormationFacts.bundled().knows(type);
    }

    private static boolean isSurelyThere(@Nullable Value<?> value) {
        return value != null && Pieces.of(value) != null;
    }

    private static boolean isSurelyKeptWhileNotEmpty(PropertyBag properties) {
        return !properties.has(EMPTIED) || "false".equals(text(properties.find(EMPTIED)));
    }

    private static Verdict policy(String name, @Nullable Value<?> policy) {
        if (policy == null) {
            return new Verdict(DataLoss.CERTAIN, name + " is not set");
        }
        String word = text(policy);
        if (word == null) {
            return new Verdict(DataLoss.POSSIBLE, name + " is made by a function");
        }
        if (!KEEPING.contains(word)) {
            return new Verdict(DataLoss.CERTAIN, name + " is " + word);
        }
        return new Verdict(
                DataLoss.NONE, name + " is " + word + (word.equals(SNAPSHOT) ? ", which keeps its data alone" : ""));
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
                        && !resource.properties().has(CLUSTER)
                        && !isMadeAsAWhole(resource.properties());
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
