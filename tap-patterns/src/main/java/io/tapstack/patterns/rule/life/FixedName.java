package io.tapstack.patterns.rule.life;

import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/** A resource with a name of its own that some updates replace: the new one cannot be made while the old one is there. */
public final class FixedName extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Resources that updates replace have no fixed names";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::DynamoDB::Table", "AWS::Kinesis::Stream", "AWS::Lambda::Function", "AWS::IAM::Role");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        ResourceFacts facts = element.facts();
        for (String name : List.of("TableName", "Name", "FunctionName", "RoleName")) {
            if (facts == null || facts.property(name).isEmpty()) {
                continue;
            }
            for (Node given : Node.property(context, element, name)) {
                if (!given.isAbsent()) {
                    sink.report(
                            given.place(),
                            "The name of " + element.name() + " is fixed, so an update that replaces it fails.",
                            "Leave the name to CloudFormation, unless others demand it.");
                }
            }
        }
    }
}
