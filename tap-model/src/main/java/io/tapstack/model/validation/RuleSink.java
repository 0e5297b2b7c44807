package io.tapstack.model.validation;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what one rule finds. */
final class RuleSink implements FindingSink {

    final String ruleId;
    final List<PlacedFinding> findings = new ArrayList<>();
    final List<PlacedFinding> unjudged = new ArrayList<>();
    long judged;

    private final Severity severity;
    private final TemplateContext context;
    private @Nullable Set<String> told;

    RuleSink(String ruleId, Severity severity, TemplateContext context) {
        this.ruleId = ruleId;
        this.severity = severity;
        this.context = context;
    }

    @Override
    public void report(Place place, String message, String remedy) {
        report(severity, place, message, remedy);
    }

    @Override
    public void report(Severity given, Place place, String message, String remedy) {
        Guard guard = place.guard();
        if (guard == null) {
            findings.add(new PlacedFinding(place, ruleId, given, message, remedy));
        } else if (context.scenarios().satisfiable(guard) != Satisfiability.IMPOSSIBLE) {
            report(given, place, guard, message, remedy);
        }
    }

    /** Of what is wrong in the same way for several values of a parameter, the first value is told. */
    private void report(Severity given, Place place, Guard guard, String message, String remedy) {
        if (!place.isWritten() && !isNew(place.path() + ": " + message)) {
            return;
        }
        String when = place.isWritten() ? "" : context.scenarios().when(guard);
        findings.add(new PlacedFinding(place, ruleId, given, sentence(message, when), remedy));
        if (context.scenarios().isTooMuch(guard)) {
            unjudged(
                    place,
                    "It was not found out whether " + guard
                            + " can be: there are too many combinations of parameters to try.");
        }
    }

    private boolean isNew(String text) {
        Set<String> known = told == null ? new HashSet<>() : told;
        told = known;
        return known.add(text);
    }

    private static String sentence(String message, String when) {
        boolean dot = message.endsWith(".");
        return dot ? message.substring(0, message.length() - 1) + when + '.' : message + when;
    }

    @Override
    public void unjudged(Place place, String why) {
        unjudged.add(new PlacedFinding(place, ruleId, Severity.INFO, why, ""));
    }

    @Override
    public void judged(int count) {
        judged += count;
    }
}
