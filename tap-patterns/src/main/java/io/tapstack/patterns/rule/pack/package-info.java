/**
 * Packs of rules: which rules run under which name, as data, and what no rule of them judges. Stands on the areas of {@code rule} and
 * on the structural rules of {@code tap-model}; imports no preset.
 */
@NullMarked
package io.tapstack.patterns.rule.pack;

import org.jspecify.annotations.NullMarked;
