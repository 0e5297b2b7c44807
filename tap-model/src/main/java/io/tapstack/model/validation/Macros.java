package io.tapstack.model.validation;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import java.util.ArrayList;
import java.util.List;

/**
 * What may still be added to a template before CloudFormation sees it: by macros that this library does not know, by the
 * serverless transform, by modules and by loops.
 *
 * <p>Names that these may declare are not reported as unknown; with an unknown macro, findings about missing names are lowered to
 * {@link Severity#INFO}.
 */
public final class Macros {

    private static final String LANGUAGE_EXTENSIONS = "AWS::LanguageExtensions";
    private static final String SERVERLESS = "AWS::Serverless-2016-10-31";
    private static final List<String> HARMLESS = List.of(
            LANGUAGE_EXTENSIONS,
            SERVERLESS,
            "AWS::CodeDeployBlueGreen",
            "AWS::SecretsManager-2020-07-23",
            "AWS::SecretsManager-2024-09-16");

    private final boolean languageExtensions;
    private final boolean serverless;
    private final boolean unknown;
    private final List<String> expandingIds = new ArrayList<>();
    private final List<String> loopKeys = new ArrayList<>();

    Macros(Template template) {
        List<String> transforms = template.transformNames();
        languageExtensions = transforms.contains(LANGUAGE_EXTENSIONS);
        serverless = transforms.contains(SERVERLESS);
        boolean others = false;
        for (String transform : transforms) {
            others |= !HARMLESS.contains(transform);
        }
        unknown = others;
        for (Resource resource : template.resources()) {
            String type = resource.resourceType();
            if (serverless && type.startsWith("AWS::Serverless::") || ResourceTypes.isModule(type)) {
                expandingIds.add(resource.logicalId().name());
            }
        }
        addLoops(template.conditionLoops());
        addLoops(template.resourceLoops());
        addLoops(template.outputLoops());
    }

    private void addLoops(List<ForEach> loops) {
        for (ForEach loop : loops) {
            LoopKeys.collect(loop.argument(), loopKeys);
        }
    }

    /** Whether the template declares the transform {@code AWS::LanguageExtensions}. */
    public boolean languageExtensions() {
        return languageExtensions;
    }

    /** Whether the template declares the transform of the serverless application model. */
    public boolean serverless() {
        return serverless;
    }

    /** Whether the template declares a macro of which nothing is known. */
    public boolean unknown() {
        return unknown;
    }

    /** Whether a macro or loop that is understood may declare this name. */
    public boolean mayDeclare(String name) {
        if (serverless && name.startsWith("Serverless")) {
            return true;
        }
        for (String id : expandingIds) {
            if (name.length() > id.length() && name.startsWith(id)) {
                return true;
            }
        }
        for (String key : loopKeys) {
            if (LoopKeys.matches(key, name)) {
                return true;
            }
        }
        return false;
    }

    /** A severity, lowered to {@link Severity#INFO} if an unknown macro may still mend what is wrong. */
    public Severity lowered(Severity severity) {
        return unknown ? Severity.INFO : severity;
    }
}
