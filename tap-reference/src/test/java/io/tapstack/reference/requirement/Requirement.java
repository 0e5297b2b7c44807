package io.tapstack.reference.requirement;

import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.patterns.rule.pack.PackedRule;
import io.tapstack.patterns.rule.pack.RulePack;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A requirement of a pipeline: its text in short, what shows that a template meets it, and the changes of the template that make it
 * fail. What shows it is a look at the stack under every assignment that matters, at the stack under some assignment, and rules.
 */
final class Requirement {

    private final String number;
    private final String text;
    private String shownBy = "";
    private Check check = (stack, trouble) -> {};
    private final Map<String, Predicate<Stack>> possible = new LinkedHashMap<>();
    private final Map<String, Predicate<Stack>> first = new LinkedHashMap<>();
    private final List<String> rules = new ArrayList<>();
    private final Map<String, UnaryOperator<Template>> mutations = new LinkedHashMap<>();

    private Requirement(String number, String text) {
        this.number = number;
        this.text = text;
    }

    /** A requirement by its number in the text, and what it says in short. */
    static Requirement of(String number, String text) {
        return new Requirement(number, text);
    }

    /** What shows it under every assignment. */
    Requirement shownBy(String words, Check always) {
        shownBy += (shownBy.isEmpty() ? "" : "; ") + words;
        check = check.and(always);
        return this;
    }

    /** What is so under some assignment. */
    Requirement sometimes(String words, Predicate<Stack> isSo) {
        possible.put(words, isSo);
        return this;
    }

    /** What is so if all parameters keep their defaults. */
    Requirement byDefault(String words, Predicate<Stack> isSo) {
        first.put(words, isSo);
        return this;
    }

    /** The rules that have judged something, and have nothing to say. */
    Requirement rules(String... ids) {
        rules.addAll(List.of(ids));
        return this;
    }

    /** A change that makes it fail. */
    Requirement failsIf(String words, UnaryOperator<Template> change) {
        if (mutations.put(words, change) != null) {
            throw new IllegalArgumentException("words: " + number + " has two mutations '" + words + "'");
        }
        return this;
    }

    String number() {
        return number;
    }

    String text() {
        return text;
    }

    /** What shows it, in words. */
    String shownBy() {
        List<String> words = new ArrayList<>();
        if (!shownBy.isEmpty()) {
            words.add(shownBy);
        }
        possible.keySet().forEach(one -> words.add("with some parameters " + one));
        first.keySet().forEach(one -> words.add("by default " + one));
        if (!rules.isEmpty()) {
            words.add("rules " + String.join(", ", rules));
        }
        return String.join("; ", words);
    }

    Map<String, UnaryOperator<Template>> mutations() {
        return mutations;
    }

    /** What a template lacks to meet it; empty if it does. */
    List<String> trouble(Template template) {
        Set<String> found = new LinkedHashSet<>();
        Set<String> never = new LinkedHashSet<>(possible.keySet());
        Map<String, String> start = null;
        for (Map<String, String> assignment : Assignments.of(template)) {
            Stack stack = new Stack(template, assignment);
            Trouble trouble = new Trouble();
            check.check(stack, trouble);
            never.removeIf(words -> possible.get(words).test(stack));
            if (start == null) {
                start = assignment;
                first.forEach((words, isSo) -> trouble.expect(isSo.test(stack), "by default not: " + words));
            }
            trouble.all().forEach(one -> found.add(one + " " + assignment));
        }
        never.forEach(words -> found.add("never: " + words));
        found.addAll(ofRules(template));
        return List.copyOf(found);
    }

    private List<String> ofRules(Template template) {
        if (rules.isEmpty()) {
            return List.of();
        }
        ValidationResult result = TemplateValidator.of(named(rules)).validate(template);
        List<String> found = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (rules.contains(finding.ruleId())) {
                found.add(finding.toString());
            }
        }
        for (String rule : rules) {
            if (result.judged(rule) == 0) {
                found.add(rule + " has judged nothing");
            }
        }
        return found;
    }

    private static List<TemplateRule> named(List<String> ids) {
        Map<String, TemplateRule> known = new LinkedHashMap<>();
        for (RulePack pack : RulePacks.listed()) {
            for (PackedRule packed : pack.rules()) {
                known.putIfAbsent(packed.rule().id(), packed.rule());
            }
        }
        List<TemplateRule> found = new ArrayList<>();
        for (String id : ids) {
            TemplateRule rule = known.get(id);
            if (rule == null) {
                throw new AssertionError("there is no rule " + id);
            }
            found.add(rule);
        }
        return found;
    }

    @Override
    public String toString() {
        return number + ": " + text;
    }
}
