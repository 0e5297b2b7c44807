package io.tapstack.patterns.preset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;

/** A request that an API answers: a method and a path, what it must look like, and the function that gets it. */
@Immutable
public abstract class ApiRoute {

    private static final Pattern PATH = Pattern.compile("/|(/[A-Za-z0-9._~-]+|/\\{[A-Za-z0-9_]+\\})+");
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)\\}");

    ApiRoute() {}

    /**
     * A builder of a route.
     *
     * @param path such as {@code /transactions/{id}}; a variable stands for one segment, never for several
     */
    public static Builder builder(HttpMethod method, String path, PrivateLambda function) {
        return new Builder().method(method).path(path).function(function);
    }

    /** A route of requests without a body. */
    public static ApiRoute of(HttpMethod method, String path, PrivateLambda function) {
        return builder(method, path, function).build();
    }

    /** A route of requests whose body must look like this. */
    public static ApiRoute of(HttpMethod method, String path, PrivateLambda function, JsonSchema body) {
        return builder(method, path, function).body(body).build();
    }

    /** The method. */
    public abstract HttpMethod method();

    /** The path, behind the name of the stage. */
    public abstract String path();

    /** The function that gets the request as it is and whose answer is given back as it is. */
    public abstract PrivateLambda function();

    /** What the body must look like: an object. POST, PUT and PATCH need one, and no other method may have one. */
    public abstract Optional<JsonSchema> body();

    /** The parameters behind the question mark that must be there. */
    public abstract List<String> requiredQuery();

    /** The headers that must be there. */
    public abstract List<String> requiredHeaders();

    @Check
    void check() {
        if (!PATH.matcher(path()).matches()) {
            throw new IllegalArgumentException("path: " + path() + " is no path of plain segments and {variables}");
        }
        if (body().isPresent() != method().hasBody()) {
            throw new IllegalStateException("body: " + this + (method().hasBody() ? " needs a schema" : " has none"));
        }
        if (body().filter(schema -> !schema.isObject()).isPresent()) {
            throw new IllegalStateException("body: " + this + " takes an object");
        }
    }

    /** The segments of the path, in order; none for the root. */
    final List<String> segments() {
        return path().equals("/") ? List.of() : List.of(path().substring(1).split("/", -1));
    }

    /** The names of the variables of the path, in order. */
    final List<String> variables() {
        List<String> names = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(path());
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return Collections.unmodifiableList(names);
    }

    /** The end of the ARN by which IAM knows it, behind the stage: a variable is any text there. */
    final String arnPath() {
        return "/" + method() + VARIABLE.matcher(path()).replaceAll("*");
    }

    /** Method and path. */
    @Override
    public String toString() {
        return method() + " " + path();
    }

    /** Collects the parts of a route. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableApiRoute.Builder {

        Builder() {}
    }
}
