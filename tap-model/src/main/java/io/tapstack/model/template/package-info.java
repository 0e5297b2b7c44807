/**
 * The template and its sections. Stands on {@code value} alone.
 */
@NullMarked
package io.tapstack.model.template;

import org.jspecify.annotations.NullMarked;
