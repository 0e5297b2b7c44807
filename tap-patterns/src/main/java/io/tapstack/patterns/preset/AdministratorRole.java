package io.tapstack.patterns.preset;

import io.tapstack.model.aws.iam.Policy;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Not;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.List;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A role for those who look after the stack: it reads settings, logs and alarms and starts a rotation, and it reads neither data nor
 * secrets, nor does it change what keeps them.
 *
 * <p>What it may do is derived from what the stack contains. It is taken with a second factor only, by whom the parameter
 * {@code AdminPrincipalArn} names; while that is empty, by whom the IAM policies of the account allow it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_mfa_configure-api-require.html">Roles that need a
 *     second factor</a>
 */
@Immutable
public abstract class AdministratorRole implements Preset {

    AdministratorRole() {}

    /** A builder of a role with this logical id; its policy has the same with {@code Policy} behind it. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the role. */
    public abstract LogicalId logicalId();

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Role.TYPE);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        Parameter principal = Parameter.string("AdminPrincipalArn")
                .description("User or role that may take the role of administrators; if empty, the account's policies"
                        + " decide")
                .defaultValue("")
                .allowedPattern("|arn:aws[a-z-]*:iam::[0-9]{12}:(user|role)/[A-Za-z0-9+=,.@_/-]{1,512}")
                .constraintDescription("Must be the ARN of an IAM user or role, or empty")
                .build();
        Condition named = Condition.of("AdministratorIsNamed", Not.of(Equals.of(principal.ref(), Value.of(""))));
        Role role = Role.builder(logicalId().name(), source())
                .roleName(wiring.conventions().name(name()))
                .description("Looks after the stack without reading its data")
                .assumeRolePolicyDocument(PolicyDocument.of(trust(named.choose(principal.ref(), ownAccount()))))
                .build();
        AdministratorRights rights = new AdministratorRights(logicalId(), wiring);
        Policy policy = Policy.builder(logicalId() + "Policy", source())
                .policyName(name())
                .roles(role.ref())
                .policyDocument(rights.document())
                .options(options -> options.metadata(ExceptionRecord.metadata(rights.exceptions())))
                .build();
        return Fragment.builder()
                .heading("Administration")
                .addParameters(principal)
                .addConditions(named)
                .addResources(role, policy)
                .build();
    }

    private static Statement trust(Value<String> principal) {
        return Statement.allow("Administrators")
                .addPrincipals(Principal.aws(principal))
                .addActions("sts:AssumeRole")
                .condition(ConditionOperator.BOOL, "aws:MultiFactorAuthPresent", "true")
                .build();
    }

    private static Value<String> ownAccount() {
        return Sub.concat(
                Value.of("arn:"),
                PseudoParameter.PARTITION,
                Value.of(":iam::"),
                PseudoParameter.ACCOUNT_ID,
                Value.of(":root"));
    }

    /** Collects the options of a role. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableAdministratorRole.Builder {

        Builder() {}
    }
}
