package io.tapstack.reference.pipeline;

import io.tapstack.model.template.Output;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.OptionalPart;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.RotatingSecret;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.ThreatDetection;

/**
 * The optional enhancements of pipeline A, each switched by a parameter: an API key in Secrets Manager that rotates every thirty
 * days, GuardDuty, Security Hub.
 */
final class TransactionEnhancements {

    private TransactionEnhancements() {}

    static void addTo(
            SecureStack.Builder stack, IsolatedNetwork network, CustomerManagedKey key, EncryptedQueue failures) {
        PrivateLambda rotation = PrivateLambda.builder("ApiKeyRotationFunction")
                .idPrefix("ApiKeyRotation")
                .name("api-key-rotation")
                .code(LambdaCode.apiKeyRotation())
                .memorySize(256)
                .network(network)
                .key(key)
                .failureQueue(failures)
                .build();
        RotatingSecret apiKey = RotatingSecret.builder("ApiKeySecret")
                .name("transaction-api")
                .ending("key")
                .key(key)
                .generatedField("apiKey")
                .rotatedBy(rotation)
                .build();
        OptionalPart apiKeys = OptionalPart.builder("EnableApiKeyRotation")
                .description("Keep an API key in Secrets Manager and rotate it every 30 days")
                .conditionName("RotateApiKey")
                .heading("API key, rotated")
                .addPresets(rotation, apiKey)
                .build();
        stack.addPresets(apiKeys, ThreatDetection.builder("Threat").build())
                .addOutputs(Output.builder("ApiKeySecretArn", apiKey.ref())
                        .condition(apiKeys.condition())
                        .build());
    }
}
