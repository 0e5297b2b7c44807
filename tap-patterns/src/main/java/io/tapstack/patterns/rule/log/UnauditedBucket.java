package io.tapstack.patterns.rule.log;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/**
 * The template has a trail, and it does not record who reads and writes the objects of a bucket. Without a trail in the template
 * nobody can tell.
 *
 * @see <a href="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/logging-data-events-with-cloudtrail.html">Data events</a>
 */
public final class UnauditedBucket extends ResourceRule {

    private static final String OBJECT = "AWS::S3::Object";

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Trails record what happens to the objects of every bucket";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        List<Element> trails = Existence.ofType(context, "AWS::CloudTrail::Trail");
        if (trails.isEmpty()) {
            sink.unjudged(element.place(), "The template has no trail; another one may record the bucket.");
            return;
        }
        for (Element trail : trails) {
            if (Existence.isThereWith(context, trail, element) && records(context, trail, element)) {
                return;
            }
        }
        sink.report(
                element.place(),
                "No trail records who reads and writes the objects of " + element.name() + ".",
                "Add the ARN of the bucket with a slash behind it to the DataResources of the trail, of type " + OBJECT
                        + ", with ReadWriteType All.");
    }

    private static boolean records(TemplateContext context, Element trail, Element bucket) {
        for (Node selectors : Node.property(context, trail, "EventSelectors")) {
            for (Node selector : selectors.items()) {
                boolean all =
                        selector.member("ReadWriteType").stream().allMatch(type -> type.isAbsent() || type.is("All"));
                for (Node resources : selector.member("DataResources")) {
                    for (Node data : resources.items()) {
                        boolean objects = data.member("Type").stream().allMatch(type -> type.is(OBJECT));
                        if (all && objects && names(context, data, "Values", bucket)) {
                            return true;
                        }
                    }
                }
            }
        }
        return recordsAdvanced(context, trail, bucket);
    }

    private static boolean recordsAdvanced(TemplateContext context, Element trail, Element bucket) {
        for (Node selectors : Node.property(context, trail, "AdvancedEventSelectors")) {
            for (Node selector : selectors.items()) {
                boolean objects = false;
                boolean narrowed = false;
                for (Node fields : selector.member("FieldSelectors")) {
                    for (Node field : fields.items()) {
                        String text = String.valueOf(field.value());
                        objects |= text.contains(OBJECT);
                        narrowed |= text.contains("readOnly")
                                || text.contains("resources.ARN") && !names(context, field, "StartsWith", bucket);
                    }
                }
                if (objects && !narrowed) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean names(TemplateContext context, Node data, String member, Element bucket) {
        String name = Node.property(context, bucket, "BucketName").stream()
                .map(node -> Mentions.text(node.value()))
                .findFirst()
                .orElse("");
        for (Node values : data.member(member)) {
            for (Node value : values.items()) {
                String text = Mentions.text(value.value());
                boolean everything = text.matches("arn:[^:]*:s3(:::)?");
                boolean byName = !name.isEmpty() && text.endsWith(":::" + name + "/");
                if (everything || byName || Mentions.of(value.value()).contains(bucket.name())) {
                    return true;
                }
            }
        }
        return false;
    }
}
