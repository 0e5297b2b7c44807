/**
 * Rules about functions and the code that stands in the template. Import {@code tap-model} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.lambda;

import org.jspecify.annotations.NullMarked;
