/** Tests of the generated types: all of them against the facts, and a few real ones in use. */
@NullMarked
package io.tapstack.model.aws;

import org.jspecify.annotations.NullMarked;
