/**
 * Security rules about secrets and their rotation. Import {@code tap-model}, {@code access} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.secret;

import org.jspecify.annotations.NullMarked;
