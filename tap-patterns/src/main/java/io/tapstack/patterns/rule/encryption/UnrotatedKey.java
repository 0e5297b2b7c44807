package io.tapstack.patterns.rule.encryption;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A symmetric key of the customer is not rotated every year.
 *
 * @see <a href="https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html">Rotation of keys</a>
 */
public final class UnrotatedKey extends ResourceRule {

    @Override
    public String title() {
        return "Keys rotate";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::KMS::Key");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        List<Node> specs = Node.property(context, element, "KeySpec");
        When symmetric = When.any(specs, spec -> spec.isAbsent() || spec.is("SYMMETRIC_DEFAULT"));
        When perhaps = symmetric.or(When.any(specs, Node::isUnknown));
        for (Node rotation : Node.property(context, element, "EnableKeyRotation")) {
            if (rotation.is("true") || !perhaps.meets(context, rotation.guard())) {
                continue;
            }
            List<@Nullable Guard> missing = symmetric.meeting(context, rotation.guard());
            if (rotation.isUnknown() || missing.isEmpty()) {
                sink.unjudged(rotation.place(), "Whether the key rotates is not known before the stack is created.");
            } else {
                sink.report(
                        rotation.within(missing.get(0)).place(),
                        "The key " + element.name() + " does not rotate.",
                        "Set EnableKeyRotation to true.");
            }
        }
    }
}
