package io.tapstack.patterns.preset;

import io.tapstack.model.aws.apigateway.Deployment;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.And;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * The deployment of an API: a picture of it that never changes.
 *
 * <p>Its logical id carries a hash of everything that shapes the API, so a change makes a new one. Where a parameter shapes the API
 * too, there is a deployment for each way that it may take, so that a change of the parameter also makes a new one.
 */
final class ApiDeployment {

    private static final int HASH_BYTES = 4;

    private final SecureRestApi api;
    private final ApiDefinition definition;
    private final String start;
    private final List<Resource> deployments = new ArrayList<>();
    private final List<Condition> conditions = new ArrayList<>();

    ApiDeployment(SecureRestApi api, ApiDefinition definition) {
        this.api = api;
        this.definition = definition;
        this.start = api.logicalId() + "Deployment" + hash(definition.resources());
    }

    /** Adds the deployments to the fragment, and tells the id of the one that holds. */
    Value<String> addTo(Fragment.Builder fragment) {
        Value<String> id = api.exposure()
                .choice()
                .either(
                        api.authorization().choice().either(deploy(true, true), deploy(true, false)),
                        api.authorization().choice().either(deploy(false, true), deploy(false, false)));
        fragment.addAllConditions(conditions).addAllResources(deployments);
        return id;
    }

    private Value<String> deploy(boolean isPrivate, boolean signed) {
        ApiChoice exposure = api.exposure().choice();
        ApiChoice authorization = api.authorization().choice();
        String title =
                title(exposure, isPrivate, "Private", "Regional") + title(authorization, signed, "Signed", "Keyed");
        LogicalId logicalId = LogicalId.of(start + title);
        boolean possible = (isPrivate ? exposure.maybeStrong() : exposure.maybeWeak())
                && (signed ? authorization.maybeStrong() : authorization.maybeWeak());
        if (possible) {
            Deployment.Builder deployment = Deployment.builder(logicalId.name(), api.source())
                    .restApiId(api.ref())
                    .description(title.isEmpty() ? api.description() : api.description() + " (" + title + ")")
                    .options(options -> options.addAllDependsOn(definition.dependencies()));
            when(exposure.condition(isPrivate), authorization.condition(signed), title)
                    .ifPresent(condition -> deployment.options(options -> options.condition(condition)));
            deployments.add(deployment.build());
        }
        return Ref.to(logicalId);
    }

    private static String title(ApiChoice choice, boolean strong, String whenStrong, String whenWeak) {
        return choice.isOpen() ? strong ? whenStrong : whenWeak : "";
    }

    private Optional<Condition> when(Optional<Condition> first, Optional<Condition> second, String title) {
        if (first.isEmpty() || second.isEmpty()) {
            return first.or(() -> second);
        }
        Condition both = Condition.of(
                api.logicalId() + title,
                And.of(first.orElseThrow().ref(), second.orElseThrow().ref()));
        conditions.add(both);
        return Optional.of(both);
    }

    /** Over all properties but tags, which shape nothing. */
    private static String hash(List<Resource> resources) {
        Template.Builder template = Template.builder();
        for (Resource resource : resources) {
            template.addResources(resource.withProperties(resource.properties().without("Tags"))
                    .withOptions(ResourceOptions.none()));
        }
        byte[] text = TemplateWriter.minifiedJson().write(template.build()).getBytes(StandardCharsets.UTF_8);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256", missing);
        }
    }
}
