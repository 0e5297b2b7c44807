/**
 * The architecture of any template as a graph: what is in the network, who calls, writes and encrypts what; and its renderers.
 * Stands on {@code tap-model} alone.
 */
@NullMarked
package io.tapstack.reference.graph;

import org.jspecify.annotations.NullMarked;
