package io.tapstack.patterns.preset;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.List;

/**
 * Makes a parameter for termination protection effective, though no property of a template can switch it on.
 *
 * <p>When the parameter is {@code true}, stores refuse to be deleted, a Config rule watches the stack, and an output tells the
 * command that sets the protection of the stack itself.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html">Termination
 *     protection</a>
 */
public final class StackProtection implements Preset {

    private final SourceLocation source = SourceLocation.ofCaller();

    private final Parameter parameter = Parameter.string("EnableTerminationProtection")
            .description("Protect stores from deletion and watch the protection of the stack; true in production")
            .defaultValue("false")
            .allowedValues("true", "false")
            .build();

    private final Condition condition = Condition.of("ProtectFromDeletion", Equals.of(parameter.ref(), "true"));

    private StackProtection() {}

    /** Protection by the parameter {@code EnableTerminationProtection}, {@code false} by default. */
    public static StackProtection byParameter() {
        return new StackProtection();
    }

    /** The condition on which there is protection. */
    public Condition condition() {
        return condition;
    }

    @Override
    public SourceLocation source() {
        return source;
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(ConfigCheck.builder(
                        "TerminationProtectionRule",
                        "termination-protection",
                        "CLOUDFORMATION_TERMINATION_PROTECTION_CHECK")
                .description("The stack has termination protection")
                .addResourceTypes("AWS::CloudFormation::Stack")
                .resource(PseudoParameter.STACK_ID)
                .when(condition)
                .build());
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        Sub command = Sub.of(
                "aws cloudformation update-termination-protection --region ${AWS::Region} --stack-name ${AWS::StackId} ${Wish}",
                PropertyBag.of(
                        "Wish",
                        condition.choose(
                                Value.of("--enable-termination-protection"),
                                Value.of("--no-enable-termination-protection"))));
        return Fragment.builder()
                .addParameters(parameter)
                .addConditions(condition)
                .addOutputs(Output.builder("TerminationProtectionCommand", command)
                        .description("Sets the termination protection of the stack as the parameter wishes")
                        .build())
                .build();
    }
}
