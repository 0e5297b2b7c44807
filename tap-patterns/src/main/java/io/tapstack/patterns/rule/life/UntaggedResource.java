package io.tapstack.patterns.rule.life;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A key, group of logs, role or endpoint without tags. */
public final class UntaggedResource extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Resources that cost or hold data have tags";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::EC2::VPCEndpoint", "AWS::KMS::Key", "AWS::Logs::LogGroup", "AWS::IAM::Role");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node tags : Node.property(context, element, "Tags")) {
            for (Node none : tags.voids()) {
                sink.report(none.place(), element.name() + " has no tags.", "Add Tags.");
            }
        }
    }
}
