/**
 * CloudFormation as values: typed, immutable, and checked before anything is deployed.
 *
 * <p>The packages stand on floors, lowest first: {@code facts}, {@code value}, {@code template}, {@code iam},
 * {@code validation}, {@code io}. A package may import from lower floors only. The generated types in {@code aws.*} stand on
 * {@code template} and are imported by no hand-written package.
 */
@NullMarked
@Style(
        visibility = Style.ImplementationVisibility.PACKAGE,
        overshadowImplementation = true,
        jdkOnly = true,
        deepImmutablesDetection = false,
        defaults = @Immutable(copy = false))
package io.tapstack.model;

import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Style;
import org.jspecify.annotations.NullMarked;
