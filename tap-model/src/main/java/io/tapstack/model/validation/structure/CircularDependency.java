package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Guard;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Satisfiability;
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

    private static final int MOST_CONDITIONS = 200;

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
                if (canHoldTogether(context, way)) {
                    report(way, sink);
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
        return reference.guard() == null || context.logic().satisfiable(reference.guard()) != Satisfiability.IMPOSSIBLE;
    }

    private static boolean canHoldTogether(TemplateContext context, List<Reference> way) {
        Guard all = null;
        int count = 0;
        for (Reference reference : way) {
            for (Guard guard = reference.guard(); guard != null; guard = guard.outer()) {
                if (++count > MOST_CONDITIONS) {
                    return true;
                }
                all = Guard.within(all, guard.condition(), guard.holds());
            }
        }
        return context.logic().satisfiable(all) != Satisfiability.IMPOSSIBLE;
    }

    private static void report(List<Reference> way, FindingSink sink) {
        Reference cut = CycleCut.best(way);
        Place place = Place.of(cut.element(), cut.path());
        sink.report(place, CycleCut.describe(way), CycleCut.remedy(cut));
    }
}
