/**
 * Security rules about keys and what is encrypted under them. Import {@code tap-model}, {@code access} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.encryption;

import org.jspecify.annotations.NullMarked;
