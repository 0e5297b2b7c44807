package io.tapstack.patterns.rule.secret;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which schedule rotates which secret, and when. */
final class Schedules {

    static final String SCHEDULE = "AWS::SecretsManager::RotationSchedule";
    static final String ATTACHMENT = "AWS::SecretsManager::SecretTargetAttachment";

    private Schedules() {}

    /** The logical ids of the secrets that a schedule is for, by themselves or by their attachments; none if none is of the template. */
    static Map<String, When> secretsOf(TemplateContext context, Element schedule) {
        Map<String, When> secrets = new LinkedHashMap<>();
        for (Node named : Node.property(context, schedule, "SecretId")) {
            Element target = context.find(Section.RESOURCES, named.target().orElse(""));
            List<Node> meant = Existence.isOf(target, ATTACHMENT) && target != null
                    ? Node.property(context, target, "SecretId")
                    : List.of(named);
            for (Node secret : meant) {
                String name = secret.target().orElse("");
                if (context.resource(name) != null) {
                    secrets.merge(name, When.of(named.guard()).and(When.of(secret.guard())), When::or);
                }
            }
        }
        return secrets;
    }

    /** When nobody knows which secret a schedule is for. */
    static When isUnknown(TemplateContext context, Element schedule) {
        return When.any(
                Node.property(context, schedule, "SecretId"),
                named -> context.resource(named.target().orElse("")) == null);
    }

    /** What a secret is attached to. */
    static List<Node> databases(TemplateContext context, String secret) {
        List<Node> databases = new ArrayList<>();
        for (Element attachment : Existence.ofType(context, ATTACHMENT)) {
            When same = When.any(
                    Node.property(context, attachment, "SecretId"),
                    node -> node.target().filter(secret::equals).isPresent());
            for (Node database : Node.property(context, attachment, "TargetId")) {
                same.meeting(context, database.guard()).stream()
                        .limit(1)
                        .forEach(guard -> databases.add(database.within(guard)));
            }
        }
        return databases;
    }
}
