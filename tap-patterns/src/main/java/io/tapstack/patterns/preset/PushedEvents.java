package io.tapstack.patterns.preset;

import io.tapstack.model.aws.events.Rule;
import io.tapstack.model.aws.events.rule.Target;
import io.tapstack.model.aws.lambda.Permission;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Checker;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What lets a service call a function, from exactly one source of the own account. */
final class PushedEvents {

    private static final String CALL = "lambda:InvokeFunction";

    private static final ExceptionRecord BY_NAME = ExceptionRecord.of(
                    "SourceArn",
                    "by name",
                    "The source asks for the permission before it exists",
                    "Name and account are exact")
            .answering(Checker.GUARD.finding("lambda_function_public_access_prohibited_check"));

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
        return List.of(
                rule, permission(idPart, "events.amazonaws.com", rule.arn()).build());
    }

    /** The permission of a service to call the function on behalf of a source that is made later: its ARN is put together. */
    Permission permissionByName(String idPart, String service, Sub sourceArn) {
        return permission(idPart, service, sourceArn)
                .options(options -> options.metadata(ExceptionRecord.metadata(BY_NAME)))
                .build();
    }

    private Permission.Builder permission(String idPart, String service, Value<String> sourceArn) {
        return Permission.builder(permissionId(function, idPart).name(), function.source())
                .functionName(function.ref())
                .action(CALL)
                .principal(service)
                .sourceArn(sourceArn)
                .sourceAccount(PseudoParameter.ACCOUNT_ID);
    }

    static LogicalId permissionId(PrivateLambda function, String idPart) {
        return LogicalId.of(function.idPrefix() + idPart + "Permission");
    }
}
