package io.tapstack.patterns.rule.log;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
        List<@Nullable Guard> recorded = new ArrayList<>();
        for (Element trail : trails) {
            Node.property(context, trail, "EventSelectors")
                    .forEach(way -> recorded.addAll(recording(context, way, element)));
            Node.property(context, trail, "AdvancedEventSelectors")
                    .forEach(way -> recorded.addAll(recordingAdvanced(context, way, element)));
        }
        if (context.scenarios().isCovered(element.guard(), recorded)) {
            return;
        }
        sink.report(
                element.place(),
                "No trail records who reads and writes the objects of " + element.name() + ".",
                "Add the ARN of the bucket with a slash behind it to the DataResources of the trail, of type " + OBJECT
                        + ", with ReadWriteType All.");
    }

    private static List<@Nullable Guard> recording(TemplateContext context, Node selectors, Element bucket) {
        List<@Nullable Guard> found = new ArrayList<>();
        for (Node selector : selectors.items()) {
            if (selector.member("ReadWriteType").stream().allMatch(type -> type.isAbsent() || type.is("All"))) {
                for (Node resources : selector.member("DataResources")) {
                    for (Node data : resources.items()) {
                        if (data.member("Type").stream().allMatch(type -> type.is(OBJECT))) {
                            naming(context, data, "Values", bucket)
                                    .forEach(value -> found.add(value.place().guard()));
                        }
                    }
                }
            }
        }
        return found;
    }

    private static List<@Nullable Guard> recordingAdvanced(TemplateContext context, Node selectors, Element bucket) {
        List<@Nullable Guard> found = new ArrayList<>();
        for (Node selector : selectors.items()) {
            if (selector.member("FieldSelectors").stream().allMatch(fields -> selects(context, fields, bucket))) {
                found.add(selector.place().guard());
            }
        }
        return found;
    }

    private static boolean selects(TemplateContext context, Node fields, Element bucket) {
        boolean objects = false;
        for (Node field : fields.items()) {
            String text = String.valueOf(field.value());
            objects |= text.contains(OBJECT);
            if (text.contains("readOnly")
                    || text.contains("resources.ARN")
                            && naming(context, field, "StartsWith", bucket).isEmpty()) {
                return false;
            }
        }
        return objects;
    }

    private static List<Node> naming(TemplateContext context, Node data, String member, Element bucket) {
        String name = Node.property(context, bucket, "BucketName").stream()
                .map(node -> Mentions.text(node.value()))
                .findFirst()
                .orElse("");
        List<Node> found = new ArrayList<>();
        for (Node values : data.member(member)) {
            for (Node value : values.items()) {
                String text = Mentions.text(value.value());
                boolean everything = text.matches("arn:[^:]*:s3(:::)?");
                boolean byName = !name.isEmpty() && text.endsWith(":::" + name + "/");
                if (everything || byName || Mentions.of(value.value()).contains(bucket.name())) {
                    found.add(value);
                }
            }
        }
        return found;
    }
}
