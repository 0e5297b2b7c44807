/**
 * Security rules about APIs: keys, validation, logs. Import {@code tap-model} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.api;

import org.jspecify.annotations.NullMarked;
