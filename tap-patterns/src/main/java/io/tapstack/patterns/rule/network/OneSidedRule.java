package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/**
 * A security group lets out to another group of the template, which lets nothing of it in; or a group lets in from another one, which
 * may not send there. Either the traffic is not meant, or it does not work.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html">Rules of security groups</a>
 */
public final class OneSidedRule extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Security groups name the traffic between them on both sides";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of(GroupRules.EGRESS, GroupRules.INGRESS);
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        boolean egress = Existence.isOf(element, GroupRules.EGRESS);
        List<Node> groups = Node.property(context, element, "GroupId");
        List<Node> others = Node.property(context, element, GroupRules.peer(egress));
        if (Presence.isTooMuch(groups, others)) {
            sink.unjudged(element.place(), "There are too many ways to look at.");
            return;
        }
        for (Node group : groups) {
            for (Node other : others) {
                Place place = Place.of(element, other.place().path(), Guard.and(group.guard(), other.guard()));
                boolean both = !group.isAbsent()
                        && !other.isAbsent()
                        && context.scenarios().satisfiable(place.guard()) != Satisfiability.IMPOSSIBLE;
                if (both) {
                    check(
                            context,
                            place,
                            Targets.of(group).orElse(""),
                            Targets.of(other).orElse(""),
                            sink);
                }
            }
        }
    }

    private static void check(TemplateContext context, Place place, String own, String far, FindingSink sink) {
        boolean egress = Existence.isOf(place.element(), GroupRules.EGRESS);
        if (context.resource(own) == null || context.resource(far) == null) {
            sink.unjudged(place, "One of the groups is not declared in the template.");
            return;
        }
        Presence answers = GroupTraffic.answering(context, place.element(), own, far, egress);
        Answer answered = answers.isThereWhenever(context, place.guard());
        if (answered == Answer.UNKNOWN) {
            sink.unjudged(place, "What " + far + " lets through is not known before the stack is created.");
        } else if (answered == Answer.NO) {
            sink.report(
                    Place.of(place.element(), place.path(), answers.gap(context, place.guard())),
                    far + (egress ? " lets in nothing of what " : " lets out nothing of what ") + own
                            + (egress ? " lets out to it" : " lets in from it") + " by "
                            + place.element().name() + ".",
                    "Add the rule of the other side, for the same ports.");
        }
    }
}
