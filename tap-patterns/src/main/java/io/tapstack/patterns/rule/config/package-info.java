/**
 * Rules about AWS Config. Import {@code tap-model} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.config;

import org.jspecify.annotations.NullMarked;
