/**
 * Security rules about stores: whether data can be got back, and by whom. Import {@code tap-model}, {@code access} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.data;

import org.jspecify.annotations.NullMarked;
