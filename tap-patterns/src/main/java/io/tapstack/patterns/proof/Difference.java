package io.tapstack.patterns.proof;

import io.tapstack.model.facts.Replacement;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/**
 * A place of a resource whose value differs, or may differ, between two templates.
 *
 * @param certain whether it surely differs
 * @param reason what makes it differ, or when it does; empty if the values say it all
 */
record Difference(
        String path,
        Replacement replacement,
        boolean certain,
        @Nullable Value<?> before,
        @Nullable Value<?> after,
        boolean secret,
        String reason) {

    /** The name of the property of the resource that it belongs to; empty for a resource as a whole. */
    String property() {
        String prefix = ResourceComparison.PROPERTIES + "/";
        if (!path.startsWith(prefix)) {
            return "";
        }
        int slash = path.indexOf('/', prefix.length());
        return slash < 0 ? path.substring(prefix.length()) : path.substring(prefix.length(), slash);
    }

    /** Two differences in one place for one reason as one. */
    Difference or(Difference other) {
        return new Difference(
                path,
                replacement.compareTo(other.replacement) < 0 ? other.replacement : replacement,
                certain || other.certain,
                before,
                after,
                secret || other.secret,
                reason);
    }
}
