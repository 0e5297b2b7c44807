/**
 * What a template can turn out to be: which of its conditions can hold together, for which parameters, and what its values are then.
 *
 * <p>Conditions are formulas over tests of parameters. {@code AllowedValues} and the section {@code Rules} narrow what parameters
 * can be, mappings are looked up, and only those values of a parameter are told apart that the template tells apart. Where it can't be
 * told whether conditions hold together, or where finding out would take too long, the answer is
 * {@link io.tapstack.model.scenario.Satisfiability#UNKNOWN}, never a guess.
 *
 * <p>Imports {@code value} and {@code template}.
 */
@NullMarked
package io.tapstack.model.scenario;

import org.jspecify.annotations.NullMarked;
