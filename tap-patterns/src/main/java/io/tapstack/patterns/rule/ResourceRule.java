package io.tapstack.patterns.rule;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.Set;

/** A rule that looks at one resource after another, of some types only. Its findings are errors. */
public abstract class ResourceRule implements TemplateRule {

    /** For rules. */
    protected ResourceRule() {}

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public final void check(TemplateContext context, FindingSink sink) {
        Set<String> types = resourceTypes();
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null
                    && types.contains(resource.resourceType())
                    && Coverage.mayBeThere(context, element)
                    && judges(context, element)) {
                Verdict verdict = new Verdict(element, sink);
                check(context, element, verdict);
                sink.judged(verdict.known ? 1 : 0);
            }
        }
    }

    /** The types of the resources that it looks at. */
    public abstract Set<String> resourceTypes();

    /** Whether it has anything to say of a resource of such a type; if not, it is not counted, and no word is lost on it. */
    protected boolean judges(TemplateContext context, Element element) {
        return true;
    }

    /** Judges a resource of such a type. */
    protected abstract void check(TemplateContext context, Element element, FindingSink sink);

    /** Passes on what is said of one resource, and keeps in mind whether anything at all could be told. */
    private static final class Verdict implements FindingSink {

        private final Element resource;
        private final FindingSink sink;
        private boolean known = true;

        Verdict(Element resource, FindingSink sink) {
            this.resource = resource;
            this.sink = sink;
        }

        @Override
        public void report(Place place, String message, String remedy) {
            sink.report(counting(place), message, remedy);
        }

        @Override
        public void report(Severity severity, Place place, String message, String remedy) {
            sink.report(severity, counting(place), message, remedy);
        }

        /** What is wrong with a resource is so only when the resource exists. */
        private Place counting(Place place) {
            boolean always = place.guard() == null && place.element() == resource;
            return always ? Place.of(resource, place.path(), resource.guard()) : place;
        }

        @Override
        public void unjudged(Place place, String why) {
            known = false;
            sink.unjudged(place, why);
        }

        @Override
        public void judged(int count) {
            sink.judged(count);
        }
    }
}
