/** Tests of what is written: by example, by golden file, and by property against two independent parsers. */
@NullMarked
package io.tapstack.model.io;

import org.jspecify.annotations.NullMarked;
