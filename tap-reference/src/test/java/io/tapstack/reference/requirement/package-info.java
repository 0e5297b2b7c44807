/**
 * The requirements of the pipelines, one by one: what shows that a template meets each, under every assignment of its parameters that
 * matters, and the changes of the template that make it fail.
 */
@NullMarked
package io.tapstack.reference.requirement;

import org.jspecify.annotations.NullMarked;
