/**
 * How long it takes to build, validate and write templates, against Jackson alone; see {@code docs/performance.md}.
 */
@NullMarked
package io.tapstack.reference.bench;

import org.jspecify.annotations.NullMarked;
