package io.tapstack.reference.pipeline;

import io.tapstack.model.template.Parameter;

/** The parameter that ends the names of all resources of a pipeline. */
final class EnvironmentSuffix {

    private EnvironmentSuffix() {}

    /** A suffix for names that must not have two hyphens in a row, such as those of trails. */
    static Parameter withSingleHyphens() {
        return singleHyphens(described());
    }

    /** The same, with a default. */
    static Parameter withSingleHyphens(String defaultValue) {
        return singleHyphens(described().defaultValue(defaultValue));
    }

    /** A suffix that may have hyphens anywhere but at its ends. */
    static Parameter withInnerHyphens() {
        return limited(
                described(),
                "[a-z0-9]([a-z0-9-]{0,18}[a-z0-9])?",
                "1 to 20 lowercase letters, digits and inner hyphens");
    }

    private static Parameter singleHyphens(Parameter.Builder suffix) {
        return limited(
                suffix,
                "[a-z0-9]+(-[a-z0-9]+)*",
                "1 to 20 lowercase letters and digits, with single hyphens between them");
    }

    private static Parameter.Builder described() {
        return Parameter.string("EnvironmentSuffix")
                .description("Suffix of all names, so that several deployments do not collide");
    }

    private static Parameter limited(Parameter.Builder suffix, String pattern, String constraint) {
        return suffix.minLength(1)
                .maxLength(20)
                .allowedPattern(pattern)
                .constraintDescription(constraint)
                .build();
    }
}
