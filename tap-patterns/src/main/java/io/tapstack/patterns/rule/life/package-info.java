/**
 * Rules about what becomes of resources: names, deletion, tags. Import {@code tap-model} and {@code rule}, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.life;

import org.jspecify.annotations.NullMarked;
