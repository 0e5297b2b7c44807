/**
 * The reference pipelines and the command line {@code tap}. Stands on {@code tap-patterns} and {@code tap-model}.
 */
@NullMarked
package io.tapstack.reference;

import org.jspecify.annotations.NullMarked;
