package io.tapstack.model.scenario;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a template can turn out to be: which of its conditions can hold together, and for which parameters. Remembers its answers; not
 * thread-safe.
 *
 * <p>{@code AllowedValues}, the section {@code Rules} and the rows of mappings narrow what parameters can be. Defaults do not: they are
 * only told before other values. Nor do {@code AllowedPattern} and bounds of length or size, so that a value may be named that these
 * refuse. Rules that contradict each other are left out of account, since nothing could be said under them.
 */
public final class Scenarios {

    private static final long PATIENCE = 20_000_000;

    private final Variables variables;
    private final ConditionReader reader;
    private final Map<Formula, Set<String>> demands = new LinkedHashMap<>();
    private final Map<Guard, Answer> answers = new HashMap<>();
    private final Map<List<@Nullable Guard>, Boolean> covered = new HashMap<>();
    private final Map<Guard, String> told = new HashMap<>();
    private long patience = PATIENCE;

    private Scenarios(Template template) {
        variables = new Variables(template);
        reader = new ConditionReader(template, variables);
        if (isPossible(reader.demands())) {
            for (Formula demand : reader.demands()) {
                demands.put(demand, parameters(demand));
            }
        }
    }

    /** The scenarios of a template. */
    public static Scenarios of(Template template) {
        return new Scenarios(Objects.requireNonNull(template, "template"));
    }

    private boolean isPossible(List<Formula> formulas) {
        return formulas.isEmpty()
                || new Solver(Formula.all(formulas), variables.count()).solve() != Satisfiability.IMPOSSIBLE;
    }

    /** Whether all of a guard can be so at once; a missing guard always is. */
    public Satisfiability satisfiable(@Nullable Guard guard) {
        return guard == null ? Satisfiability.POSSIBLE : answer(guard).satisfiability;
    }

    /** Whether it was given up to find out if a guard can be so, because there are too many combinations of parameters. */
    public boolean isTooMuch(@Nullable Guard guard) {
        return guard != null && answer(guard).tooMuch;
    }

    /**
     * A smallest choice of parameters under which all of a guard is so: none of it can be left out. Empty if there is none, or if no
     * choice is known for sure or can be put into values of parameters. The same for each run.
     */
    public Optional<Scenario> example(Guard guard) {
        Answer answer = answer(guard);
        return answer.satisfiability == Satisfiability.POSSIBLE ? smallest(guard, answer) : Optional.empty();
    }

    /** Whether all of a guard is so under every choice of parameters, for sure. */
    public boolean isAlways(@Nullable Guard guard) {
        return guard == null || isCertain(formula(guard), Formula.constant(true));
    }

    /**
     * Whether at least one of some ways counts whenever a guard is so, for sure: what one way leaves out another may hold.
     *
     * @param guard when something is needed; null if always
     * @param ways when it is there, one guard for each way; null for a way that always counts
     */
    public boolean isCovered(@Nullable Guard guard, Collection<@Nullable Guard> ways) {
        if (ways.stream().anyMatch(Objects::isNull)) {
            return true;
        }
        List<@Nullable Guard> question = new ArrayList<>(ways);
        question.add(guard);
        Boolean known = covered.get(question);
        if (known == null) {
            known = leavesNothing(guard, ways);
            covered.put(question, known);
        }
        return known;
    }

    private boolean leavesNothing(@Nullable Guard guard, Collection<@Nullable Guard> ways) {
        List<Formula> missing = new ArrayList<>();
        if (guard != null) {
            missing.add(formula(guard));
        }
        for (Guard way : ways) {
            missing.add(way == null ? Formula.constant(false) : Formula.not(formula(way)));
        }
        return solve(Formula.all(missing)).satisfiability == Satisfiability.IMPOSSIBLE;
    }

    /**
     * A guard within the given one under which none of some ways counts, so that they do not {@linkplain #isCovered cover} it. The same
     * for each run.
     *
     * @param guard when something is needed; null if always
     * @param ways when it is there, one guard for each way; null for a way that always counts
     * @return empty if there is none, if no guard was given and the ways never count, if it cannot be said by conditions and values of
     *     parameters, or if looking for it takes too long
     */
    public Optional<Guard> uncovered(@Nullable Guard guard, Collection<@Nullable Guard> ways) {
        if (satisfiable(guard) != Satisfiability.POSSIBLE) {
            return Optional.empty();
        }
        List<Guard> demanding = new ArrayList<>();
        for (Guard way : ways) {
            if (way == null) {
                return Optional.empty();
            }
            demanding.add(way);
        }
        return Optional.ofNullable(new GapFinder(this, variables).find(guard, demanding, 0));
    }

    /**
     * When a guard is so, as words to put behind a statement: {@code " when Environment is 'prod'"}. Empty if it always is. Tells of the
     * {@linkplain #example smallest choice} of parameters, or the conditions themselves if there is no such choice.
     */
    public String when(@Nullable Guard guard) {
        if (guard == null) {
            return "";
        }
        String known = told.get(guard);
        if (known == null) {
            known = tell(guard);
            told.put(guard, known);
        }
        return known;
    }

    private String tell(Guard guard) {
        if (isAlways(guard)) {
            return "";
        }
        String doubt = satisfiable(guard) == Satisfiability.UNKNOWN ? ", if that can be" : "";
        String parameters = example(guard).map(Scenario::toString).orElse("");
        return " when " + (parameters.isEmpty() ? guard.toString() : parameters) + doubt;
    }

    /**
     * All ways in which some conditions can turn out together while a guard is so; each is a guard within the given one. Ways that no
     * choice of parameters leads to are left out.
     *
     * @param most the most ways to list, at least 1
     * @return empty if there are more
     */
    public Optional<List<Guard>> combinations(@Nullable Guard guard, List<String> conditions, int most) {
        if (most < 1) {
            throw new IllegalArgumentException("most: " + most + " is less than 1");
        }
        List<Guard> found = new ArrayList<>();
        return collect(guard, conditions, 0, most, found)
                ? Optional.of(Collections.unmodifiableList(found))
                : Optional.empty();
    }

    /** Whether there are no more ways than are wanted. */
    private boolean collect(@Nullable Guard way, List<String> conditions, int next, int most, List<Guard> found) {
        if (next == conditions.size()) {
            if (way != null) {
                found.add(way);
            }
            return found.size() <= most;
        }
        Guard holds = Guard.within(way, conditions.get(next), true);
        if (satisfiable(holds) != Satisfiability.IMPOSSIBLE && !collect(holds, conditions, next + 1, most, found)) {
            return false;
        }
        Guard not = Guard.within(way, conditions.get(next), false);
        return satisfiable(not) == Satisfiability.IMPOSSIBLE || collect(not, conditions, next + 1, most, found);
    }

    /**
     * What a value can turn out to be: the ways through {@code Fn::If}, each value that {@code AllowedValues} lets a parameter have, and
     * each value of a mapping that can be looked up. Ways that no choice of parameters leads to are left out; other functions stay as
     * they are. Never cut short: where there are too many ways, one of them is the function that would make more.
     *
     * @param value null if there is none, which is one way
     * @param guard when the value counts; null if always
     */
    public List<Way> ways(@Nullable Value<?> value, @Nullable Guard guard) {
        return WayFinder.isPlain(value)
                ? List.of(new Way(value, guard, List.of()))
                : new WayFinder(this, variables).find(value, guard);
    }

    private Answer answer(Guard guard) {
        Answer known = answers.get(guard);
        if (known == null) {
            known = solve(formula(guard));
            answers.put(guard, known);
        }
        return known;
    }

    private Formula formula(Guard guard) {
        List<Formula> terms = new ArrayList<>();
        for (Guard step : guard.steps()) {
            List<String> values = step.values();
            if (values != null) {
                terms.add(Formula.isOneOf(variables.parameter(step.name()), values));
            } else {
                Formula formula = reader.formula(step.name());
                terms.add(step.holds() ? formula : Formula.not(formula));
            }
        }
        return Formula.all(terms);
    }

    private Answer solve(Formula wanted) {
        Formula formula = withDemands(wanted);
        if (patience < 0) {
            return new Answer(Satisfiability.UNKNOWN, true, wanted, new @Nullable String[0], Comparisons.of(wanted));
        }
        Solver solver = new Solver(formula, variables.count());
        Satisfiability satisfiability = solver.solve();
        patience -= solver.work();
        return new Answer(satisfiability, solver.isTooMuch(), wanted, solver.values(), solver.comparisons());
    }

    /** A formula, and all demands on the template that have to do with the same parameters, at however many removes. */
    private Formula withDemands(Formula wanted) {
        if (demands.isEmpty()) {
            return wanted;
        }
        Set<String> parameters = parameters(wanted);
        Set<Formula> all = new LinkedHashSet<>();
        boolean grown = all.add(wanted);
        while (grown) {
            grown = false;
            for (Map.Entry<Formula, Set<String>> demand : demands.entrySet()) {
                if (!Collections.disjoint(demand.getValue(), parameters) && all.add(demand.getKey())) {
                    parameters.addAll(demand.getValue());
                    grown = true;
                }
            }
        }
        return Formula.all(new ArrayList<>(all));
    }

    private static Set<String> parameters(Formula formula) {
        Set<String> names = new HashSet<>();
        for (Variable variable : Comparisons.of(formula).variables()) {
            names.addAll(variable.dependsOn);
        }
        return names;
    }

    /** Whether a formula holds under every choice for which another one does. */
    private boolean isCertain(Formula formula, Formula under) {
        Answer counterexample = solve(Formula.all(List.of(under, Formula.not(formula))));
        return counterexample.satisfiability == Satisfiability.IMPOSSIBLE;
    }

    private Optional<Scenario> smallest(Guard guard, Answer answer) {
        Comparisons comparisons = answer.comparisons;
        Map<Variable, Formula> needed = new LinkedHashMap<>();
        for (Variable variable : comparisons.variables()) {
            String value = answer.values[variable.number];
            if (value != null) {
                needed.put(variable, isValue(variable, value, comparisons));
            }
        }
        for (Variable variable : new ArrayList<>(needed.keySet())) {
            Map<Variable, Formula> fewer = new LinkedHashMap<>(needed);
            fewer.remove(variable);
            if (isCertain(answer.wanted, Formula.all(new ArrayList<>(fewer.values())))) {
                needed = fewer;
            }
        }
        Map<String, String> chosen = new LinkedHashMap<>();
        Map<String, List<String>> excluded = new LinkedHashMap<>();
        for (Variable variable : needed.keySet()) {
            String value = Objects.requireNonNull(answer.values[variable.number]);
            boolean other = Variable.isOther(value);
            if (variable.parameter == null || other && comparisons.isJoined(variable)) {
                return Optional.empty();
            }
            if (!other) {
                chosen.put(variable.parameter, value);
            }
            excluded.put(variable.parameter, other ? comparisons.texts(variable) : List.of());
        }
        return Optional.of(new Scenario(guard, chosen, excluded));
    }

    private static Formula isValue(Variable variable, String value, Comparisons comparisons) {
        return Variable.isOther(value) && !comparisons.isJoined(variable)
                ? Formula.not(Formula.isOneOf(variable, comparisons.texts(variable)))
                : Formula.isOneOf(variable, List.of(value));
    }

    /** What was found out about a guard. */
    private static final class Answer {

        final Satisfiability satisfiability;
        final boolean tooMuch;
        final Formula wanted;
        final @Nullable String[] values;
        final Comparisons comparisons;

        Answer(
                Satisfiability satisfiability,
                boolean tooMuch,
                Formula wanted,
                @Nullable String[] values,
                Comparisons comparisons) {
            this.satisfiability = satisfiability;
            this.tooMuch = tooMuch;
            this.wanted = wanted;
            this.values = values;
            this.comparisons = comparisons;
        }
    }
}
