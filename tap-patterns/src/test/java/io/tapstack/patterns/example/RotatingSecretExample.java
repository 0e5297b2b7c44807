package io.tapstack.patterns.example;

import io.tapstack.model.template.Parameter;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.RotatingSecret;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;

/** The configuration of a function, with a generated salt: a secret that stays as it is, and says why. */
final class RotatingSecretExample {

    private RotatingSecretExample() {}

    static SecureStack stack() {
        Parameter suffix = Parameter.string("EnvironmentSuffix")
                .allowedPattern("[a-z0-9]{1,20}")
                .maxLength(20)
                .build();
        CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of the configuration")
                .alias("configuration")
                .build();
        RotatingSecret configuration = RotatingSecret.builder("Configuration")
                .name("processor")
                .ending("configuration")
                .key(key)
                .putFields("maximumBytes", Value.of(1_048_576))
                .generatedField("hashSalt")
                .withoutRotation(ExceptionRecord.of(
                        "RotationRules",
                        "none",
                        "Another salt would give old data other hashes",
                        "One function reads it, under a key of the customer"))
                .build();
        return SecureStack.builder(StackConventions.builder(suffix).build())
                .description("The configuration of a function")
                .addPresets(key, configuration)
                .build();
    }
}
