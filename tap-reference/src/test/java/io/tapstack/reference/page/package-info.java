/**
 * The pages of the pipelines: written by hand but for the parts between marks, which are made from the templates, the exception
 * records and the mapping of controls.
 */
@NullMarked
package io.tapstack.reference.page;

import org.jspecify.annotations.NullMarked;
