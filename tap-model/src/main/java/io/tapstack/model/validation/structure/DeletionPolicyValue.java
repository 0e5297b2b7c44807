package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deletion or replacement policy that does not exist, or that the type does not have. */
final class DeletionPolicyValue implements TemplateRule {

    private static final List<String> DELETION = List.of("Delete", "Retain", "RetainExceptOnCreate", "Snapshot");
    private static final List<String> REPLACEMENT = List.of("Delete", "Retain", "Snapshot");

    /** The types of which CloudFormation takes snapshots. */
    private static final Set<String> WITH_SNAPSHOTS = Set.of(
            "AWS::DocDB::DBCluster",
            "AWS::EC2::Volume",
            "AWS::ElastiCache::CacheCluster",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::Neptune::DBCluster",
            "AWS::RDS::DBCluster",
            "AWS::RDS::DBInstance",
            "AWS::Redshift::Cluster");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "DeletionPolicy and UpdateReplacePolicy are ones that the type has";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null) {
                Value<String> deletion = resource.options().deletionPolicy().orElse(null);
                check(element, resource, deletion, "DeletionPolicy", DELETION, sink);
                Value<String> replacement =
                        resource.options().updateReplacePolicy().orElse(null);
                check(element, resource, replacement, "UpdateReplacePolicy", REPLACEMENT, sink);
            }
        }
    }

    private static void check(
            Element element,
            Resource resource,
            @Nullable Value<String> policy,
            String attribute,
            List<String> known,
            FindingSink sink) {
        if (!(policy instanceof Literal<?> literal)) {
            return;
        }
        sink.judged(1);
        String text = literal.text();
        if (!known.contains(text)) {
            sink.report(
                    element.place(attribute),
                    attribute + " takes only " + String.join(", ", known) + ", and '" + Texts.excerpt(text)
                            + "' is given." + Suggestions.didYouMean(text, known),
                    "Use one of these.");
        } else if (text.equals("Snapshot") && !WITH_SNAPSHOTS.contains(resource.resourceType())) {
            sink.report(
                    element.place(attribute),
                    "CloudFormation takes no snapshots of " + resource.resourceType() + ".",
                    "Use Retain or Delete.");
        }
    }
}
