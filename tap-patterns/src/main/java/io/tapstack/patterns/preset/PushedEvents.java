package io.tapstack.patterns.preset;

import io.tapstack.model.aws.events.Rule;
import io.tapstack.model.aws.events.rule.Target;
import io.tapstack.model.aws.lambda.Permission;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What lets a service call a function, from exactly one source of the own account. */
final class PushedEvents {

    private static final String CALL = "lambda:InvokeFunction";

    private final PrivateLambda function;
    private final StackConventions conventions;

    PushedEvents(PrivateLambda function, StackConventions conventions) {
        this.function = function;
        this.conventions = conventions;
    }

    /** A rule of EventBridge that calls the function, and the permission to do so. */
    List<Resource> byRule(String idPart, String name, UnaryOperator<Rule.Builder> when, List<LogicalId> ready) {
        Rule rule = when.apply(Rule.builder(function.idPrefix() + idPart, function.source()))
                .name(conventions.name(function.name() + "-" + name.toLowerCase(Locale.ROOT)))
                .state("ENABLED")
                .targets(Target.builder()
                        .id(function.logicalId().name())
                        .arn(function.arn())
                        .build())
                .options(options -> options.addAllDependsOn(ready))
                .build();
        return List.of(rule, permission(idPart, "events.amazonaws.com", rule.arn()));
    }

    /** The permission of a service to call the function on behalf of one source. */
    Permission permission(String idPart, String service, Value<String> sourceArn) {
        return Permission.builder(permissionId(function, idPart).name(), function.source())
                .functionName(function.ref())
                .action(CALL)
                .principal(service)
                .sourceArn(sourceArn)
                .sourceAccount(PseudoParameter.ACCOUNT_ID)
                .build();
    }

    static LogicalId permissionId(PrivateLambda function, String idPart) {
        return LogicalId.of(function.idPrefix() + idPart + "Permission");
    }
}
