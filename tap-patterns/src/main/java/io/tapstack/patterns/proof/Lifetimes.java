package io.tapstack.patterns.proof;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.scenario.Scenarios;
import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether a resource is there, in the first and in the second of two templates, for the same parameters: the conditions of both are
 * looked at together.
 */
final class Lifetimes {

    private static final String PATH = "Condition";

    private final Redefinitions redefinitions;
    private final Scenarios both;

    Lifetimes(Template before, Template after, Redefinitions redefinitions) {
        this.redefinitions = redefinitions;
        this.both = Scenarios.of(together(before, after, redefinitions));
    }

    /** The conditions of two templates in one, over the parameters of both. */
    private static Template together(Template before, Template after, Redefinitions redefinitions) {
        Renaming renaming = new Renaming(redefinitions);
        List<Parameter> parameters = new ArrayList<>(after.parameters());
        Set<LogicalId> names = new HashSet<>();
        parameters.forEach(parameter -> names.add(parameter.logicalId()));
        for (Parameter parameter : before.parameters()) {
            Parameter renamed = renaming.of(parameter);
            if (names.add(renamed.logicalId())) {
                parameters.add(renamed);
            }
        }
        List<Mapping> mappings = new ArrayList<>(after.mappings());
        before.mappings().forEach(mapping -> mappings.add(renaming.of(mapping)));
        List<Condition> conditions = new ArrayList<>(after.conditions());
        before.conditions().forEach(condition -> conditions.add(renaming.of(condition)));
        return Template.builder()
                .addAllParameters(parameters)
                .addAllMappings(mappings)
                .addAllRules(after.rules())
                .addAllConditions(conditions)
                .build();
    }

    /** What becomes of a resource that stands in both templates, as far as conditions decide. */
    List<Effect> compare(Resource before, Resource after) {
        Optional<LogicalId> old = before.options().condition();
        Optional<LogicalId> now = after.options().condition();
        if (old.equals(now)
                && old.map(name -> redefinitions.condition(name.name()).isEmpty())
                        .orElse(true)) {
            return List.of();
        }
        Guard was = guard(before, true);
        Guard is = guard(after, false);
        List<Effect> effects = new ArrayList<>();
        if (both.satisfiable(was) != Satisfiability.IMPOSSIBLE && !isCovered(was, is)) {
            boolean never = both.satisfiable(Guard.and(was, is)) == Satisfiability.IMPOSSIBLE;
            effects.add(
                    Effect.of(Fate.REMOVED, never && both.isAlways(was), PATH, "it is no longer there" + gap(was, is)));
        }
        if (both.satisfiable(is) != Satisfiability.IMPOSSIBLE && !isCovered(is, was)) {
            boolean never = both.satisfiable(Guard.and(was, is)) == Satisfiability.IMPOSSIBLE;
            effects.add(
                    Effect.of(Fate.ADDED, never && both.isAlways(is), PATH, "it was not there before" + gap(is, was)));
        }
        return effects.isEmpty() && !old.equals(now)
                ? List.of(Effect.of(Fate.UNTOUCHED, true, PATH, "it is there as it was"))
                : effects;
    }

    /** What the conditions of both templates can turn out to be together; those of the first have {@linkplain Renaming other names}. */
    Scenarios scenarios() {
        return both;
    }

    private boolean isCovered(@Nullable Guard needed, @Nullable Guard way) {
        return both.isCovered(needed, Collections.singletonList(way));
    }

    /** Under which parameters one is so and the other is not, as words behind a statement. */
    private String gap(@Nullable Guard needed, @Nullable Guard way) {
        return both.when(both.uncovered(needed, Collections.singletonList(way)).orElse(needed));
    }

    /** Whether a resource may be there in both templates, for the same parameters. */
    boolean meet(Resource before, Resource after) {
        Guard was = guard(before, true);
        Guard is = guard(after, false);
        return both.satisfiable(Guard.and(was, is)) != Satisfiability.IMPOSSIBLE;
    }

    private static @Nullable Guard guard(Resource resource, boolean old) {
        return resource.options()
                .condition()
                .map(name -> Guard.within(null, old ? Renaming.of(name.name()) : name.name(), true))
                .orElse(null);
    }

    /** Under which parameters a resource of the first template is there, as words behind a statement; empty if it always is. */
    String whenOld(Resource before) {
        return both.when(guard(before, true));
    }

    /** Under which parameters a resource of the second template is there, as words behind a statement; empty if it always is. */
    String whenNew(Resource after) {
        return both.when(guard(after, false));
    }
}
