package io.tapstack.patterns.proof;

import io.tapstack.model.facts.Replacement;
import org.jspecify.annotations.Nullable;

/**
 * A place of a resource that refers to another one, in both templates alike: it changes if that one is replaced.
 *
 * @param attribute what it asks the other one for; null for what {@code Ref} gives
 * @param certain whether it refers to the other one in any case
 */
record Tie(
        String path,
        Replacement replacement,
        String target,
        @Nullable String attribute,
        boolean certain) {}
