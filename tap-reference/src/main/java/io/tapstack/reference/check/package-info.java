/**
 * Checks files: finds templates in directories, reads and judges them, several at once, and says what is wrong with which line.
 *
 * <p>Stands on {@code report}; knows no command line. Files are read, none is written.
 */
@NullMarked
package io.tapstack.reference.check;

import org.jspecify.annotations.NullMarked;
