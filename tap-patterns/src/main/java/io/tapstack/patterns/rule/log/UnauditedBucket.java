package io.tapstack.patterns.rule.log;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ImportValue;
import io.tapstack.patterns.rule.BucketText;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

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
        BucketText bucket = new BucketText(context, element);
        When recorded = When.never();
        When unknown = When.never();
        for (Element trail : trails) {
            for (Node selectors : Node.property(context, trail, "EventSelectors")) {
                for (Node selector : selectors.items()) {
                    recorded = recorded.or(recording(selector, bucket::isPrefixOfObjects));
                    unknown = unknown.or(recording(selector, node -> isUnknown(context, node)));
                }
            }
            for (Node selectors : Node.property(context, trail, "AdvancedEventSelectors")) {
                for (Node selector : selectors.items()) {
                    recorded = recorded.or(selecting(selector, bucket));
                }
            }
        }
        if (recorded.covers(context, element.guard())) {
            return;
        }
        if (recorded.or(unknown).covers(context, element.guard())) {
            sink.unjudged(element.place(), "Which buckets a trail records is not known before the stack is created.");
            return;
        }
        sink.report(
                recorded.missing(context, element.place()),
                "No trail records who reads and writes the objects of " + element.name() + ".",
                "Add the ARN of the bucket with a slash behind it to the DataResources of the trail, of type " + OBJECT
                        + ", with ReadWriteType All.");
    }

    /** When a selector records all that is done to the objects of which one of the ARNs is meant. */
    private static When recording(Node selector, Predicate<Node> isMeant) {
        When recording = When.never();
        When all = When.any(selector.member("ReadWriteType"), type -> type.isAbsent() || type.is("All"));
        for (Node resources : selector.member("DataResources")) {
            for (Node data : resources.items()) {
                When objects = When.any(data.member("Type"), type -> type.is(OBJECT));
                for (Node values : data.member("Values")) {
                    recording = recording.or(all.and(objects).and(When.any(values.items(), isMeant)));
                }
            }
        }
        return recording;
    }

    /** Whether nobody knows what a parameter or an import says. */
    private static boolean isUnknown(TemplateContext context, Node arn) {
        return arn.value() instanceof ImportValue<?>
                || context.parameter(arn.target().orElse("")) != null;
    }

    /** When an advanced selector selects all events of the objects of a bucket. */
    private static When selecting(Node selector, BucketText bucket) {
        When selecting = When.never();
        for (Node fields : selector.member("FieldSelectors")) {
            selecting = selecting.or(selects(fields, bucket));
        }
        return selecting;
    }

    /** All fields must fit at once; one that is not known here leaves events out. */
    private static When selects(Node fields, BucketText bucket) {
        When data = When.never();
        When objects = When.never();
        When arns = When.always();
        for (Node field : fields.items()) {
            for (Node name : field.member("Field")) {
                switch (name.text().orElse("")) {
                    case "eventCategory" -> data = data.or(fits(field, "Equals", value -> value.is("Data")));
                    case "resources.type" -> objects = objects.or(fits(field, "Equals", value -> value.is(OBJECT)));
                    case "resources.ARN" ->
                        arns = arns.and(fits(
                                field,
                                "StartsWith",
                                value -> bucket.isPrefixOfObjects(value) || bucket.isBucket(value)));
                    default -> {
                        return When.never();
                    }
                }
            }
        }
        return data.and(objects).and(arns);
    }

    /** When a field has one of the values that pass, by this operator and no other. */
    private static When fits(Node field, String operator, Predicate<Node> passes) {
        When fits = When.never();
        if (field.names().size() == 2) {
            for (Node values : field.member(operator)) {
                fits = fits.or(When.any(values.items(), passes));
            }
        }
        return fits;
    }
}
