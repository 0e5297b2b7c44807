package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.ArrayList;
import java.util.List;

/** Conditions that are defined by each other. */
final class CircularCondition implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Conditions are not defined by each other in a circle";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        List<Reference> edges = new ArrayList<>();
        Digraph graph = new Digraph(context.elements().size());
        for (Reference reference : context.references(Reference.Kind.CONDITION)) {
            if (reference.element().section() == Section.CONDITIONS) {
                Element target = reference.declared();
                if (target != null) {
                    graph.add(reference.element().ordinal(), target.ordinal());
                    edges.add(reference);
                }
            }
        }
        sink.judged(edges.size());
        if (!edges.isEmpty()) {
            for (int[] cycle : Cycles.shortest(graph.freeze())) {
                Reference first = edges.get(cycle[0]);
                StringBuilder way = new StringBuilder(first.element().name());
                for (int i = 0; i < cycle.length && i < 12; i++) {
                    way.append(" -> ").append(edges.get(cycle[i]).target());
                }
                sink.report(
                        first.place(),
                        "Conditions are defined by each other in a circle: " + way + ".",
                        "Define one of them by parameters alone.");
            }
        }
    }
}
