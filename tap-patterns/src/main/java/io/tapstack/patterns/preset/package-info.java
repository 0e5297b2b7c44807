/**
 * The building blocks, and the stack that wires them.
 *
 * <p>Each preset is an immutable value that contributes a part of a template. Presets know each other through accesses and
 * references only, and are wired in one order that cannot cycle: role, key, stores and log groups, policy, function, triggers.
 */
@NullMarked
package io.tapstack.patterns.preset;

import org.jspecify.annotations.NullMarked;
