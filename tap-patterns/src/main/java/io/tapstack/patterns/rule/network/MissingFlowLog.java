package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.Users;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.Set;

/** A network without a flow log, or with one under some conditions only. */
public final class MissingFlowLog extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Networks have flow logs";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::EC2::VPC");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When logged = When.never();
        for (Element log : Users.of(context, element, "AWS::EC2::FlowLog")) {
            List<Node> ids = Node.property(context, log, "ResourceId");
            logged = logged.or(When.any(ids, id -> Targets.key(id).equals(element.name())));
        }
        if (!logged.covers(context, element.guard())) {
            sink.report(
                    Place.of(element, element.path(), logged.gap(context, element.guard())),
                    "The network " + element.name() + " has no flow log, so nobody sees what went in and out.",
                    "Add an AWS::EC2::FlowLog to an encrypted group of logs.");
        }
    }
}
