/**
 * The command line {@code tap}: what is typed, what is printed, and exit codes. Whatever it does is done elsewhere.
 *
 * <p>Commands are declared through picocli's programmatic interface, since its annotations cost reflection at every start.
 */
@NullMarked
package io.tapstack.reference.cli;

import org.jspecify.annotations.NullMarked;
