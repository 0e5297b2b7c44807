/**
 * The invariants of every secure stack of ours: that they hold for whatever may be chosen, and that each of them speaks when a stack is
 * made worse.
 */
@NullMarked
package io.tapstack.reference.invariant;

import org.jspecify.annotations.NullMarked;
