package io.tapstack.patterns.rule.encryption;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store, log, stream, queue, topic, secret, trail or database is not encrypted under a key that the customer manages.
 *
 * A key that is declared in the template is the customer's. A key that comes from elsewhere is not judged, since nobody can tell from
 * the template whose it is; a key of AWS, by its alias, is a finding.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/concepts.html#key-mgmt">Customer managed and AWS managed keys</a>
 */
public final class UnencryptedStore extends ResourceRule {

    private static final String AWS_ALIAS = "alias/aws/";

    @Override
    public String title() {
        return "Stores are encrypted under a key that the customer manages";
    }

    @Override
    public Set<String> resourceTypes() {
        return KeyProperties.types();
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        Resource resource = element.resource();
        if (resource == null) {
            return;
        }
        KeyProperties expected = KeyProperties.of(resource.resourceType());
        if (expected == null) {
            return;
        }
        When keeping = expected.isKeeping(context, element);
        for (Node flag : during(context, keeping, expected.flags(context, element))) {
            if (flag.isUnknown()) {
                sink.unjudged(flag.place(), "Whether it is encrypted is not known before the stack is created.");
            } else if (!flag.is("true")) {
                sink.report(
                        flag.place(),
                        element.name() + " is not encrypted.",
                        "Switch encryption on, under a key that the customer manages.");
            }
        }
        for (Node algorithm : during(context, keeping, expected.algorithms(context, element))) {
            if (algorithm.isUnknown()) {
                sink.unjudged(algorithm.place(), "How it is encrypted is not known before the stack is created.");
            } else if (algorithm.text().filter(name -> !expected.isByKey(name)).isPresent()) {
                sink.report(
                        algorithm.place(),
                        element.name() + " is encrypted by " + algorithm.text().orElse("")
                                + ", which uses no key of the customer.",
                        "Choose the algorithm that uses keys of KMS.");
            }
        }
        for (Node key : during(context, keeping, expected.keys(context, element))) {
            checkKey(context, element, key, sink);
        }
    }

    /** The nodes as they stand while something is so. */
    private static List<Node> during(TemplateContext context, When when, List<Node> nodes) {
        List<Node> found = new ArrayList<>();
        for (Node node : nodes) {
            List<@Nullable Guard> met = when.meeting(context, node.guard());
            if (!met.isEmpty()) {
                found.add(met.contains(node.guard()) ? node : node.within(met.get(0)));
            }
        }
        return found;
    }

    private static void checkKey(TemplateContext context, Element element, Node key, FindingSink sink) {
        if (key.isAbsent() || Mentions.written(key.value()).contains(AWS_ALIAS)) {
            sink.report(
                    key.place(),
                    element.name() + " is not encrypted under a key that the customer manages.",
                    "Set the property to the ARN of an AWS::KMS::Key of the customer.");
        } else if (!isOwnKey(context, key)) {
            sink.unjudged(key.place(), "The key is not declared in the template.");
        }
    }

    private static boolean isOwnKey(TemplateContext context, Node key) {
        Resource target = key.target().map(context::resource).orElse(null);
        return target != null && target.resourceType().startsWith("AWS::KMS::");
    }
}
