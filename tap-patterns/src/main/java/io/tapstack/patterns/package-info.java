/**
 * Secure building blocks: what people get wrong by hand is derived here from what they say may talk to what.
 *
 * <p>Floors, lowest first: {@code access}; {@code rule} and {@code preset} beside each other. Stands on {@code tap-model}; knows nothing of {@code tap-reference}.
 */
@NullMarked
@Style(
        visibility = Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        deepImmutablesDetection = false,
        defaults = @Immutable(copy = false))
package io.tapstack.patterns;

import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Style;
import org.jspecify.annotations.NullMarked;
