package io.tapstack.patterns.rule.encryption;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

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
        boolean symmetric = Node.property(context, element, "KeySpec").stream()
                .allMatch(spec -> spec.isAbsent() || spec.is("SYMMETRIC_DEFAULT"));
        if (!symmetric) {
            return;
        }
        for (Node rotation : Node.property(context, element, "EnableKeyRotation")) {
            if (rotation.isUnknown()) {
                sink.unjudged(rotation.place(), "Whether the key rotates is not known before the stack is created.");
            } else if (!rotation.is("true")) {
                sink.report(
                        rotation.place(),
                        "The key " + element.name() + " does not rotate.",
                        "Set EnableKeyRotation to true.");
            }
        }
    }
}
