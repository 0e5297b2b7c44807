/** What is found in a template that is known to be flawed. */
@NullMarked
package io.tapstack.reference.flawed;

import org.jspecify.annotations.NullMarked;
