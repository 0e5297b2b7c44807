/**
 * What one part of a stack lets another do, and what follows from it: actions, ARNs, the path to the key, the endpoint.
 *
 * <p>Imports {@code tap-model} only.
 */
@NullMarked
package io.tapstack.patterns.access;

import org.jspecify.annotations.NullMarked;
