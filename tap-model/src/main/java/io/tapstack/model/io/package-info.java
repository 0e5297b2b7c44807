/**
 * Templates as text: YAML and JSON, written and read, and files that are never half written.
 *
 * <p>Stands on {@code value}, {@code template} and {@code validation}, and is the only package that may import Jackson and SnakeYAML.
 * The writers need neither: they write their text by themselves, without reflection.
 */
@NullMarked
package io.tapstack.model.io;

import org.jspecify.annotations.NullMarked;
