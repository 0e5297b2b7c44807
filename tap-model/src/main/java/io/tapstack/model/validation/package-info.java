/**
 * Judges templates: what is wrong, where, and what to do about it.
 *
 * <p>A {@link io.tapstack.model.validation.TemplateValidator} runs {@link io.tapstack.model.validation.TemplateRule}s over a
 * {@link io.tapstack.model.validation.TemplateContext}, an index that is made once for each template. Rules that look at property
 * values share one walk as {@link io.tapstack.model.validation.PropertyRule}s. Whatever is wrong with a template is a
 * {@link io.tapstack.model.validation.Finding}, never an exception.
 *
 * <p>Validation is hot: nothing here allocates a path, builds a text or matches a regular expression twice before there is
 * something to report. Imports {@code value}, {@code template}, {@code facts} and {@code scenario}; the rules themselves live one floor higher, in
 * {@code validation.structure}.
 */
@NullMarked
package io.tapstack.model.validation;

import org.jspecify.annotations.NullMarked;
