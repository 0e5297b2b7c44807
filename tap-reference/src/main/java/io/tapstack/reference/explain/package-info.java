/** Pages for people: what the facts know of a resource type. Stands on the model alone. */
@NullMarked
package io.tapstack.reference.explain;

import org.jspecify.annotations.NullMarked;
