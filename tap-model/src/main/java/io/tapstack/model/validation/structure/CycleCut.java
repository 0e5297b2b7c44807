package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.TemplatePath;
import java.util.List;

/** Which reference of a cycle is the easiest to do without, and how. */
final class CycleCut {

    private static final int MOST_STEPS_TOLD = 12;

    private CycleCut() {}

    /** The reference to cut: one out of a policy if there is one, for policies can be resources of their own. */
    static Reference best(List<Reference> way) {
        Reference best = way.get(0);
        for (Reference reference : way) {
            best = ease(reference) > ease(best) ? reference : best;
        }
        return best;
    }

    private static int ease(Reference reference) {
        TemplatePath path = reference.path();
        Resource resource = reference.element().resource();
        String type = resource == null ? "" : resource.resourceType();
        if (path.passes("Policies") && type.startsWith("AWS::IAM::")) {
            return 6;
        }
        if (path.passes("SecurityGroupIngress") || path.passes("SecurityGroupEgress")) {
            return 5;
        }
        if (reference.kind() == Reference.Kind.DEPENDS_ON) {
            return 4;
        }
        if (path.passes("KeyPolicy")) {
            return 3;
        }
        boolean document = path.passes("PolicyDocument")
                || path.passes("Policy")
                || path.passes("AssumeRolePolicyDocument")
                || path.passes("ResourcePolicy");
        return document ? 2 : path.passes("Metadata") ? 1 : 0;
    }

    /** What to do about the reference. */
    static String remedy(Reference cut) {
        String source = cut.element().name();
        String target = cut.target();
        switch (ease(cut)) {
            case 6:
                return "Move this policy of " + source + " into an AWS::IAM::Policy of its own, created after " + target
                        + ".";
            case 5:
                return "Move this rule of " + source
                        + " into an AWS::EC2::SecurityGroupIngress or AWS::EC2::SecurityGroupEgress of its own.";
            case 4:
                return "Remove " + target + " from DependsOn of " + source + ".";
            case 3:
                return "Name the account as principal in the policy of " + source
                        + " and restrict it by aws:PrincipalArn with the ARN as text, in place of the reference to "
                        + target + ".";
            case 2:
                return "Write the ARN of " + target + " in the policy of " + source
                        + " as text made of its name, or move the policy into a resource of its own.";
            default:
                return "Replace the reference from " + source + " to " + target
                        + " by a text made of its name, or move what needs it into a resource of its own.";
        }
    }

    /** The cycle, step by step. */
    static String describe(List<Reference> way) {
        StringBuilder text = new StringBuilder();
        text.append(
                way.size() == 1 ? "The resource depends on itself: " : "Resources depend on each other in a circle: ");
        int told = Math.min(way.size(), MOST_STEPS_TOLD);
        for (int i = 0; i < told; i++) {
            Reference step = way.get(i);
            text.append(i == 0 ? "" : ", ")
                    .append(step.element().name())
                    .append(" -> ")
                    .append(step.target());
            text.append(" (").append(step.path()).append(')');
        }
        if (told < way.size()) {
            text.append(", and ").append(way.size() - told).append(" more steps");
        }
        return text.append('.').toString();
    }
}
