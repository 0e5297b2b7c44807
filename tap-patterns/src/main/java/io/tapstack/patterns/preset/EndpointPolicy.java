package io.tapstack.patterns.preset;

import io.tapstack.model.iam.ConditionOperator;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Condition;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService.EndpointType;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The policy of an endpoint while it is put together: who may do what through it, one statement for each access. */
final class EndpointPolicy {

    private final EndpointType type;
    private final Map<Access, List<Principal>> always = new LinkedHashMap<>();
    private final Map<Condition, Map<Access, List<Principal>>> conditional = new LinkedHashMap<>();
    private final Set<String> sids = new LinkedHashSet<>();
    private final Set<ExceptionRecord> exceptions = new LinkedHashSet<>();

    EndpointPolicy(EndpointType type) {
        this.type = type;
    }

    void add(Access access, Principal principal, Optional<Condition> when) {
        sids.add(access.sid());
        if (access.endpointResources().isEmpty()) {
            exceptions.addAll(access.exceptions());
        } else {
            exceptions.addAll(access.endpointExceptions());
        }
        if (type == EndpointType.INTERFACE && principal.equals(Principal.anyone())) {
            exceptions.add(ExceptionRecord.of(
                    access.sid(),
                    "Principal *",
                    "The call carries no signature, so it has no principal",
                    "Only what listens behind the endpoint is named, and it has a policy of its own"));
        }
        Map<Access, List<Principal>> accesses = when.map(
                        condition -> conditional.computeIfAbsent(condition, first -> new LinkedHashMap<>()))
                .orElse(always);
        accesses.computeIfAbsent(access, first -> new ArrayList<>()).add(principal);
    }

    /** The policy of an endpoint that exists on a condition, or in any case. */
    PolicyDocument document(Optional<Condition> whole) {
        List<Value<Statement>> statements = new ArrayList<>(statements(always));
        conditional.forEach((condition, accesses) -> {
            for (Statement statement : statements(accesses)) {
                boolean needless = whole.filter(condition::equals).isPresent();
                statements.add(needless ? statement : condition.orNoValue(statement));
            }
        });
        return PolicyDocument.of(statements);
    }

    private List<Statement> statements(Map<Access, List<Principal>> accesses) {
        List<Statement> statements = new ArrayList<>();
        accesses.forEach((access, principals) -> statements.add(statement(access, principals)));
        return statements;
    }

    /** The records of its wildcards; each names the statements that it is about, so that it excuses no other. */
    List<ExceptionRecord> exceptions() {
        List<ExceptionRecord> records = new ArrayList<>();
        if (type == EndpointType.GATEWAY) {
            records.add(ExceptionRecord.of(
                    String.join(", ", sids),
                    "Principal *",
                    "Policies of gateway endpoints match Principal * only",
                    "aws:PrincipalArn names the role"));
        }
        records.addAll(exceptions);
        return records;
    }

    private Statement statement(Access access, List<Principal> principals) {
        boolean nameable = access.endpointResources().isEmpty();
        Statement.Builder statement = Statement.allow(access.sid())
                .addAllActions(access.actions())
                .addAllResources(nameable ? access.resources() : access.endpointResources())
                .addAllConditions(access.conditions());
        if (type == EndpointType.INTERFACE) {
            return statement.addAllPrincipals(principals).build();
        }
        // The policy of a gateway endpoint matches no principal but everyone; a condition names those meant.
        List<Value<String>> arns = new ArrayList<>();
        for (Principal principal : principals) {
            arns.add(principal.name());
        }
        return statement
                .addPrincipals(Principal.anyone())
                .addConditions(PolicyCondition.of(ConditionOperator.ARN_EQUALS, "aws:PrincipalArn", arns))
                .build();
    }
}
