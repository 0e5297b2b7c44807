package io.tapstack.reference.invariant;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.patterns.composition.SampledCompositions;
import io.tapstack.patterns.composition.Weakening;
import io.tapstack.patterns.composition.Weakenings;
import io.tapstack.reference.pipeline.ReferencePipeline;
import io.tapstack.reference.pipeline.ReferencePipelines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every weakening of every pipeline, each tried at its first and its last victim. A weakening that no pipeline gives a victim is tried
 * with a stack of all presets.
 */
final class Trials {

    private static final Map<String, Template> SUBJECTS = new LinkedHashMap<>();
    private static final List<Trial> ALL = new ArrayList<>();

    static {
        for (ReferencePipeline pipeline : ReferencePipelines.all()) {
            SUBJECTS.put(pipeline.name(), Weakenings.withSomewhere(pipeline.template()));
        }
        Template everything = Weakenings.withSomewhere(SampledCompositions.everything());
        for (Weakening weakening : Weakenings.all()) {
            int before = ALL.size();
            SUBJECTS.forEach((name, template) -> add(name, template, weakening));
            if (ALL.size() == before) {
                add("all presets", everything, weakening);
            }
        }
    }

    private Trials() {}

    private static void add(String name, Template template, Weakening weakening) {
        List<Resource> victims = weakening.victims(template);
        if (!victims.isEmpty()) {
            ALL.add(Trial.of(name, template, weakening, victims.get(0)));
        }
        if (victims.size() > 1) {
            ALL.add(Trial.of(name, template, weakening, victims.get(victims.size() - 1)));
        }
    }

    /** The pipelines, prepared for weakenings. */
    static Map<String, Template> subjects() {
        return SUBJECTS;
    }

    static List<Trial> all() {
        return ALL;
    }

    /** Those for which a rule must speak. */
    static List<Trial> of(String rule) {
        return ALL.stream()
                .filter(trial -> trial.weakening().rule().equals(rule))
                .toList();
    }
}
