/**
 * Generates a Java class for every resource type and property type of the facts.
 *
 * <p>Runs while {@code tap-model} is built and is not published. Stands on {@code facts}, which it shares with
 * {@code tap-model}, and on the JDK. In three steps: plans decide on all names ({@link
 * io.tapstack.model.codegen.ResourcePlan}, {@link io.tapstack.model.codegen.ShapePlan}), writers turn them into source text
 * ({@link io.tapstack.model.codegen.ResourceWriter}, {@link io.tapstack.model.codegen.PropertyTypeWriter}), and {@link
 * io.tapstack.model.codegen.OutputFolder} brings a folder up to date.
 */
@NullMarked
package io.tapstack.model.codegen;

import org.jspecify.annotations.NullMarked;
