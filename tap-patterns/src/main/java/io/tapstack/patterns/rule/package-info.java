/**
 * Security rules, a package for each area, and what all areas share: the parts of resources as conditions and parameters make them.
 *
 * <p>Imports {@code tap-model} and {@code access}; no area, no preset.
 */
@NullMarked
package io.tapstack.patterns.rule;

import org.jspecify.annotations.NullMarked;
