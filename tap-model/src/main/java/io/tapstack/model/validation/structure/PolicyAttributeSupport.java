package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.ResourceTypes;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A creation or update policy on a type for which CloudFormation has none. */
final class PolicyAttributeSupport implements TemplateRule {

    private static final Set<String> CREATION = Set.of(
            "AWS::AppStream::Fleet",
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::CloudFormation::WaitCondition",
            "AWS::EC2::Instance");
    private static final Set<String> UPDATE = Set.of(
            "AWS::AppStream::Fleet",
            "AWS::AutoScaling::AutoScalingGroup",
            "AWS::ElastiCache::ReplicationGroup",
            "AWS::Elasticsearch::Domain",
            "AWS::Lambda::Alias",
            "AWS::OpenSearchService::Domain");

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "CreationPolicy and UpdatePolicy are objects, and stand on types that have them";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null) {
                check(element, resource, "CreationPolicy", resource.options().creationPolicy(), CREATION, sink);
                check(element, resource, "UpdatePolicy", resource.options().updatePolicy(), UPDATE, sink);
            }
        }
    }

    private static void check(
            Element element,
            Resource resource,
            String attribute,
            Optional<Value<?>> policy,
            Set<String> types,
            FindingSink sink) {
        if (policy.isPresent()) {
            sink.judged(1);
            for (Branch branch : Branch.of(policy.get(), element.place(attribute))) {
                shape(attribute, branch, sink);
            }
            if (ResourceTypes.isModule(resource.resourceType())) {
                sink.report(
                        Severity.ERROR,
                        element.place(attribute),
                        "Modules take no " + attribute + ".",
                        "Put it on a resource within the module.");
            } else if (!types.contains(resource.resourceType())) {
                sink.report(
                        element.place(attribute),
                        resource.resourceType() + " has no " + attribute + ".",
                        "Remove it; it works on " + Texts.list(new TreeSet<>(types)) + ".");
            }
        }
    }

    private static void shape(String attribute, Branch branch, FindingSink sink) {
        boolean name = branch.value() instanceof Ref || branch.value() instanceof Sub;
        boolean literal = branch.value() instanceof Literal<?> text && !text.isNull();
        if (name || literal || branch.value() instanceof ListValue) {
            sink.report(Severity.ERROR, branch.place(), attribute + " is no object.", "Write an object.");
        }
    }
}
