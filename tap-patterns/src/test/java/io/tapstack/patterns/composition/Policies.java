package io.tapstack.patterns.composition;

import io.tapstack.model.iam.Effect;
import io.tapstack.model.iam.PolicyDocument;
import io.tapstack.model.iam.Statement;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.If;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the policies of a template apart. */
final class Policies {

    private Policies() {}

    /** The statements that allow something, in all policies at or below a value. */
    static List<Statement> allowed(@Nullable Value<?> value) {
        List<Statement> found = new ArrayList<>();
        collect(value, found);
        found.removeIf(statement -> statement.effect() != Effect.ALLOW);
        return found;
    }

    /** The statements that allow something in the identity policies of a template. */
    static List<Statement> ofIdentities(Template template) {
        List<Statement> found = new ArrayList<>();
        for (Resource resource : template.resources()) {
            switch (resource.resourceType()) {
                case "AWS::IAM::Role" ->
                    found.addAll(allowed(resource.properties().find("Policies")));
                case "AWS::IAM::Policy", "AWS::IAM::RolePolicy", "AWS::IAM::ManagedPolicy" ->
                    found.addAll(allowed(resource.properties().find("PolicyDocument")));
                default -> {
                    // No identity policy.
                }
            }
        }
        return found;
    }

    private static void collect(@Nullable Value<?> value, List<Statement> found) {
        if (value instanceof PolicyDocument document) {
            document.statements().forEach(statement -> collect(statement, found));
        } else if (value instanceof Statement statement) {
            found.add(statement);
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(item -> collect(item, found));
        } else if (value instanceof If<?> choice) {
            collect(choice.whenTrue(), found);
            collect(choice.whenFalse(), found);
        } else if (value instanceof ObjectValue<?> object) {
            for (int i = 0; i < object.members().size(); i++) {
                collect(object.members().valueAt(i), found);
            }
        } else if (value instanceof Intrinsic<?> function) {
            collect(function.argument(), found);
        }
    }
}
