package io.tapstack.model.validation.structure;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Resources that wait for each other. For each tangle the shortest cycle is told, with the reference to cut.
 *
 * <p>References that never count, because their conditions exclude each other, are no dependencies.
 */
final class CircularDependency implements TemplateRule {

    private static final int MOST_REFERENCES = 200;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Resources do not depend on each other in a circle";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        List<Reference> edges = new ArrayList<>();
        Digraph graph = new Digraph(context.elements().size());
        List<Reference> references = context.references();
        for (int i = 0; i < references.size(); i++) {
            Reference reference = references.get(i);
            Element target = target(reference);
            if (target != null && counts(context, reference)) {
                graph.add(reference.element().ordinal(), target.ordinal());
                edges.add(reference);
            }
        }
        sink.judged(edges.size());
        if (!edges.isEmpty()) {
            for (int[] cycle : Cycles.shortest(graph.freeze())) {
                List<Reference> way = new ArrayList<>(cycle.length);
                for (int edge : cycle) {
                    way.add(edges.get(edge));
                }
                Guard all = all(way);
                if (context.scenarios().satisfiable(all) != Satisfiability.IMPOSSIBLE) {
                    report(way, all, sink);
                }
            }
        }
    }

    private static @Nullable Element target(Reference reference) {
        boolean dependency = reference.isValue() || reference.kind() == Reference.Kind.DEPENDS_ON;
        return dependency && !isExpanded(reference) && reference.element().section() == Section.RESOURCES
                ? reference.resource()
                : null;
    }

    /** The serverless transform makes resources of their own out of these properties of a function. */
    private static boolean isExpanded(Reference reference) {
        Resource resource = reference.element().resource();
        return resource != null
                && resource.resourceType().startsWith("AWS::Serverless::")
                && (reference.path().passes("DeploymentPreference")
                        || reference.path().passes("Events"));
    }

    private static boolean counts(TemplateContext context, Reference reference) {
        return reference.guard() == null
                || context.scenarios().satisfiable(reference.guard()) != Satisfiability.IMPOSSIBLE;
    }

    /** When all references of a cycle count; nothing is demanded of a cycle that is too long to ask. */
    private static @Nullable Guard all(List<Reference> way) {
        Guard all = null;
        for (int i = 0; i < way.size() && i < MOST_REFERENCES; i++) {
            all = Guard.and(all, way.get(i).guard());
        }
        return way.size() > MOST_REFERENCES ? null : all;
    }

    private static void report(List<Reference> way, @Nullable Guard all, FindingSink sink) {
        Reference cut = CycleCut.best(way);
        Place place = Place.of(cut.element(), cut.path(), all);
        sink.report(place, CycleCut.describe(way), CycleCut.remedy(cut));
    }
}
