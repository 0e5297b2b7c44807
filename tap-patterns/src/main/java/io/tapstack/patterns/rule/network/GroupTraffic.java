package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;

/** Looks for the rules that answer another one on the side of the other security group. They must name the group, not its addresses. */
final class GroupTraffic {

    private GroupTraffic() {}

    /** When the far group has a rule for the own one, on the same ports as a rule: ingress if the rule is egress, else egress. */
    static Presence answering(TemplateContext context, Element rule, String own, String far, boolean egress) {
        GroupRule asked = GroupRule.alone(context, rule);
        GroupSide side = GroupRules.of(context).of(far, !egress);
        Presence answers = side.anything();
        for (GroupRule other : side.rulesAbout(own)) {
            answers = answers.or(other.isLike(asked));
        }
        return answers;
    }
}
