/**
 * What CloudFormation itself demands of a template, one rule in each file; the file's name is the rule's id, and {@code
 * docs/rules} has a page for each.
 *
 * <p>Imports {@code validation} and what that imports.
 */
@NullMarked
package io.tapstack.model.validation.structure;

import org.jspecify.annotations.NullMarked;
