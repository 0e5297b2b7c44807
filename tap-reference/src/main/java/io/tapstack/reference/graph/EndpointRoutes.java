package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Through which endpoint of its network a part reaches the service of another. */
final class EndpointRoutes {

    /** Services whose endpoints are called otherwise than the types of their resources. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("executeapi", "apigateway", "monitoring", "cloudwatch", "elasticfilesystem", "efs");

    private final Map<String, Resource> resources;
    private final Map<String, String> endpoints = new LinkedHashMap<>();

    /** The routes through the endpoints among parts. */
    EndpointRoutes(Map<String, Resource> resources, Iterable<Part> parts) {
        this.resources = resources;
        for (Part part : parts) {
            Resource endpoint = resources.get(part.id());
            if (endpoint != null
                    && endpoint.resourceType().equals(TypeRoles.ENDPOINT)
                    && part.area().isPresent()) {
                String service = letters(Parts.service(endpoint));
                endpoints.putIfAbsent(part.area().get() + ' ' + OTHER_NAMES.getOrDefault(service, service), part.id());
            }
        }
    }

    /** The endpoint between a part in a network and one outside of it; empty if there is none. */
    Optional<String> between(Part from, Part to) {
        if (from.area().isEmpty() || to.area().isPresent()) {
            return Optional.empty();
        }
        return Optional.ofNullable(endpoints.get(from.area().get() + ' ' + service(to)));
    }

    private String service(Part part) {
        Resource resource = resources.get(part.id());
        String[] words = type(part, resource).split("::", -1);
        return words.length < 3 ? "" : letters(words[1]);
    }

    private static String type(Part part, @Nullable Resource resource) {
        return resource == null ? part.id() : resource.resourceType();
    }

    /** {@code kinesis-streams} and {@code Kinesis} are one service, {@code secretsmanager} and {@code SecretsManager} another. */
    private static String letters(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith("-streams") ? lower.substring(0, lower.length() - 8) : lower.replace("-", "");
    }
}
