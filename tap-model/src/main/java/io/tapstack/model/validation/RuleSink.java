package io.tapstack.model.validation;

import java.util.ArrayList;
import java.util.List;

/** Collects what one rule finds. */
final class RuleSink implements FindingSink {

    final String ruleId;
    final List<PlacedFinding> findings = new ArrayList<>();
    final List<PlacedFinding> unjudged = new ArrayList<>();
    long judged;

    private final Severity severity;
    private final TemplateContext context;

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
        if (context.logic().satisfiable(place.guard()) != Satisfiability.IMPOSSIBLE) {
            findings.add(new PlacedFinding(place, ruleId, given, message, remedy));
        }
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
