package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.access.Grant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The policy of a secret that refuses its value to everyone but those who were given it, and whoever deploys the stack. */
final class SecretReaders {

    static final ExceptionRecord EXCEPTION = ExceptionRecord.of(
            "OnlyNamedReaders",
            "Principal *, Resource *",
            "A denial must be broad, and in the policy of a secret the resource means this secret",
            "It grants nothing");

    private SecretReaders() {}

    static PolicyDocument of(RotatingSecret secret, Wiring wiring, Parameter administrator) {
        Set<LogicalId> roles = new LinkedHashSet<>();
        for (Preset preset : wiring.all(Preset.class)) {
            for (Grant grant : preset.grants()) {
                if (grant.access().target().equals(secret.logicalId())) {
                    roles.add(grant.role());
                }
            }
        }
        List<Value<String>> readers = new ArrayList<>();
        for (LogicalId role : roles) {
            readers.add(GetAtt.of(role, "Arn"));
        }
        readers.add(administrator.ref());
        return PolicyDocument.of(Statement.deny("OnlyNamedReaders")
                .addPrincipals(Principal.anyone())
                .addActions("secretsmanager:GetSecretValue")
                .addResources(Value.of("*"))
                .addConditions(PolicyCondition.of(ConditionOperator.ARN_NOT_EQUALS, "aws:PrincipalArn", readers))
                .build());
    }
}
