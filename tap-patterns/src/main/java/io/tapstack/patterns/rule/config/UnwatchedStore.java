package io.tapstack.patterns.rule.config;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The template has Config rules, and none of them watches that a store stays encrypted or a key rotates. Without Config rules in the
 * template nobody can tell.
 *
 * @see <a href="https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html">Managed rules</a>
 */
public final class UnwatchedStore extends ResourceRule {

    private static final String RULE = "AWS::Config::ConfigRule";

    private static final Map<String, String> WATCHED_BY = new TreeMap<>(Map.of(
            "AWS::CloudTrail::Trail", "CLOUD_TRAIL_ENCRYPTION_ENABLED",
            "AWS::DynamoDB::Table", "DYNAMODB_TABLE_ENCRYPTED_KMS",
            "AWS::KMS::Key", "CMK_BACKING_KEY_ROTATION_ENABLED",
            "AWS::Kinesis::Stream", "KINESIS_STREAM_ENCRYPTED",
            "AWS::Logs::LogGroup", "CLOUDWATCH_LOG_GROUP_ENCRYPTED",
            "AWS::RDS::DBInstance", "RDS_STORAGE_ENCRYPTED",
            "AWS::S3::Bucket", "S3_DEFAULT_ENCRYPTION_KMS",
            "AWS::SNS::Topic", "SNS_ENCRYPTED_KMS",
            "AWS::SecretsManager::Secret", "SECRETSMANAGER_USING_CMK"));

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Config rules watch every kind of store that the template makes";
    }

    @Override
    public Set<String> resourceTypes() {
        return WATCHED_BY.keySet();
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        Resource resource = element.resource();
        List<Element> rules = Existence.ofType(context, RULE);
        if (resource == null || rules.isEmpty()) {
            sink.unjudged(element.place(), "The template has no Config rules; others may watch the resource.");
            return;
        }
        String identifier = WATCHED_BY.getOrDefault(resource.resourceType(), "");
        if (rules.stream().noneMatch(rule -> watches(context, rule, identifier, element, rules))) {
            sink.report(
                    element.place(),
                    "No Config rule watches the encryption of " + element.name() + ", though the template has others.",
                    "Add the managed rule " + identifier + ", on the same condition.");
        }
    }

    private static boolean watches(
            TemplateContext context, Element rule, String identifier, Element element, List<Element> rules) {
        boolean same =
                Node.at(context, rule, "Source", "SourceIdentifier").stream().allMatch(id -> id.is(identifier));
        boolean itself = Node.at(context, rule, "Scope", "ComplianceResourceId").stream()
                .allMatch(id -> id.target().isEmpty()
                        || id.target().filter(element.name()::equals).isPresent());
        return same && itself && rules.stream().allMatch(other -> Existence.isThereWith(context, rule, element, other));
    }
}
