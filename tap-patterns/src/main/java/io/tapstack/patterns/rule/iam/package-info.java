/**
 * Security rules about who may do what. Import {@code tap-model}, {@code access} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.iam;

import org.jspecify.annotations.NullMarked;
