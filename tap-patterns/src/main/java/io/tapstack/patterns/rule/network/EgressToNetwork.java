package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A rule that lets out to a block of addresses though a security group of the template would do. */
public final class EgressToNetwork extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Security groups name each other, not blocks of addresses";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::EC2::SecurityGroup");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node rules : Node.property(context, element, "SecurityGroupEgress")) {
            for (Node egress : rules.items()) {
                for (Node block : egress.member("CidrIp")) {
                    if (block.isUnknown()) {
                        sink.unjudged(block.place(), "Which block it is is not known before the stack is created.");
                    } else if (block.text().filter(AddressBlock::isPrivate).isPresent()) {
                        sink.report(
                                block.place(),
                                element.name() + " lets out to the whole block "
                                        + block.text().orElse("") + ".",
                                "Name the security group of the destination.");
                    }
                }
            }
        }
    }
}
