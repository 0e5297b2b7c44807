package io.tapstack.patterns.rule;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import java.util.Collections;
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
        Guard guard = null;
        for (Element other : others) {
            guard = Guard.and(guard, other.guard());
        }
        return context.scenarios().isCovered(guard, Collections.singletonList(wanted.guard()));
    }
}
