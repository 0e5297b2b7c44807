package io.tapstack.patterns.rule.secret;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which schedule rotates which secret. */
final class Schedules {

    static final String SCHEDULE = "AWS::SecretsManager::RotationSchedule";
    static final String ATTACHMENT = "AWS::SecretsManager::SecretTargetAttachment";

    private Schedules() {}

    /** The logical id of the secret of a schedule, by itself or by its attachment; empty if it is not of the template. */
    static Optional<String> secretOf(TemplateContext context, Element schedule) {
        for (Node secret : Node.property(context, schedule, "SecretId")) {
            String target = secret.target().orElse("");
            for (Element attachment : Existence.ofType(context, ATTACHMENT)) {
                if (attachment.name().equals(target)) {
                    return Node.property(context, attachment, "SecretId").get(0).target();
                }
            }
            if (context.resource(target) != null) {
                return Optional.of(target);
            }
        }
        return Optional.empty();
    }

    /** What a secret is attached to, by logical id. */
    static List<String> databases(TemplateContext context, String secret) {
        List<String> databases = new ArrayList<>();
        for (Element attachment : Existence.ofType(context, ATTACHMENT)) {
            boolean same = Node.property(context, attachment, "SecretId").stream()
                    .anyMatch(node -> node.target().filter(secret::equals).isPresent());
            if (same) {
                Node.property(context, attachment, "TargetId")
                        .forEach(node -> node.target().ifPresent(databases::add));
            }
        }
        return databases;
    }
}
