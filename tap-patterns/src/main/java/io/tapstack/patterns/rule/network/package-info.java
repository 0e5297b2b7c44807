/**
 * Security rules about networks: who can reach what, and by which way. Import {@code tap-model} and {@code access}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.network;

import org.jspecify.annotations.NullMarked;
