/**
 * Security rules about logs and how long they are kept. Import {@code tap-model}, {@code access} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.log;

import org.jspecify.annotations.NullMarked;
