package io.tapstack.patterns.rule;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import java.util.List;

/** Asks the conditions of a template whether a resource can be missing where others are. */
final class Coverage {

    private Coverage() {}

    /** Whether a resource can be there at all; what never is, is not judged. */
    static boolean mayBeThere(TemplateContext context, Element element) {
        String condition = element.condition();
        return condition == null
                || context.scenarios().satisfiable(Guard.within(null, condition, true)) != Satisfiability.IMPOSSIBLE;
    }

    static boolean isAlwaysThere(TemplateContext context, Element wanted, List<Element> others) {
        String condition = wanted.condition();
        if (condition == null) {
            return true;
        }
        Guard guard = Guard.within(null, condition, false);
        for (Element other : others) {
            String given = other.condition();
            if (given != null) {
                guard = Guard.within(guard, given, true);
            }
        }
        return context.scenarios().satisfiable(guard) == Satisfiability.IMPOSSIBLE;
    }
}
