package io.tapstack.patterns.rule.config;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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
        When watched = When.never();
        for (Node rule : Watches.of(context, identifier)) {
            watched = watched.or(watching(context, rule, element));
        }
        Set<@Nullable Guard> others = new LinkedHashSet<>();
        rules.forEach(rule -> others.add(rule.guard()));
        for (Guard other : others) {
            Guard both = Guard.and(element.guard(), other);
            if (!watched.covers(context, both)) {
                Place place = Place.of(element, element.place().path(), watched.gap(context, both));
                sink.report(
                        place,
                        "No Config rule watches the encryption of " + element.name()
                                + ", though the template has others.",
                        "Add the managed rule " + identifier + ", on the same condition.");
                return;
            }
        }
    }

    /** When a rule looks at a resource. */
    private static When watching(TemplateContext context, Node identifier, Element element) {
        Element rule = identifier.place().element();
        List<Node> ids = Node.at(context, rule, "Scope", "ComplianceResourceId");
        When itself = When.any(
                ids,
                id -> id.isAbsent()
                        || id.target().filter(element.name()::equals).isPresent());
        When kind = When.any(
                Node.at(context, rule, "Scope", "ComplianceResourceTypes"),
                types -> types.isAbsent()
                        || types.isUnknown()
                        || types.items().stream().anyMatch(type -> isType(type, element)));
        return When.of(identifier.guard()).and(itself).and(kind);
    }

    private static boolean isType(Node type, Element element) {
        Resource resource = element.resource();
        return resource != null && type.is(resource.resourceType());
    }

    /** Where the Config rules say what they are, by what they say; sorted out once for each validation. */
    private static final class Watches {

        private final Map<String, List<Node>> byIdentifier = new HashMap<>();

        static List<Node> of(TemplateContext context, String identifier) {
            Watches kept = context.kept(Watches.class);
            Watches watches = kept == null ? context.keep(Watches.class, new Watches(context)) : kept;
            return watches.byIdentifier.getOrDefault(identifier, List.of());
        }

        Watches(TemplateContext context) {
            for (Element rule : Existence.ofType(context, RULE)) {
                for (Node identifier : Node.at(context, rule, "Source", "SourceIdentifier")) {
                    identifier
                            .text()
                            .ifPresent(text -> byIdentifier
                                    .computeIfAbsent(text, one -> new ArrayList<>())
                                    .add(identifier));
                }
            }
        }
    }
}
