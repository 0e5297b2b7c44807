/**
 * Proofs about templates: what an update from one template to another does to the resources of a stack, and to the data they hold.
 *
 * <p>Imports {@code tap-model} only. Where a proof can't tell, it says so, and never takes that for the better case.
 */
@NullMarked
package io.tapstack.patterns.proof;

import org.jspecify.annotations.NullMarked;
