package io.tapstack.patterns.rule;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which resources there are, and whether one is there whenever another is. */
public final class Existence {

    private Existence() {}

    /** The resources of a type, in the order of the template. */
    public static List<Element> ofType(TemplateContext context, String resourceType) {
        ByType kept = context.kept(ByType.class);
        ByType index = kept == null ? context.keep(ByType.class, new ByType(context)) : kept;
        return index.elements.getOrDefault(resourceType, List.of());
    }

    /** Whether an element is a resource of a type; false for null. */
    public static boolean isOf(@Nullable Element element, String resourceType) {
        Resource resource = element == null ? null : element.resource();
        return resource != null && resource.resourceType().equals(resourceType);
    }

    /** Whether a resource is surely there whenever the others are. */
    public static boolean isThereWith(TemplateContext context, Element wanted, Element... others) {
        return Coverage.isAlwaysThere(context, wanted, List.of(others));
    }

    /**
     * Whether an element is there whatever anybody chooses: it has no condition, or one that always holds and asks for no parameter. A
     * condition about a parameter that can have but one value is a choice all the same.
     */
    public static boolean isUnconditional(TemplateContext context, Element element) {
        return context.scenarios().isAlways(element.guard()) && !asksForParameter(context, element.condition());
    }

    private static boolean asksForParameter(TemplateContext context, @Nullable String condition) {
        Set<String> asked = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>();
        if (condition != null) {
            open.add(condition);
        }
        while (!open.isEmpty()) {
            String name = open.remove();
            Element declared = asked.add(name) ? context.find(Section.CONDITIONS, name) : null;
            for (Reference reference : declared == null ? List.<Reference>of() : context.references()) {
                if (reference.element() == declared && reference.parameter() != null) {
                    return true;
                }
                if (reference.element() == declared && reference.kind() == Reference.Kind.CONDITION) {
                    open.add(reference.target());
                }
            }
        }
        return false;
    }

    /** The resources of each type, sorted out once for each validation. */
    private static final class ByType {

        private final Map<String, List<Element>> elements = new HashMap<>();

        ByType(TemplateContext context) {
            for (Element element : context.elements(Section.RESOURCES)) {
                Resource resource = element.resource();
                if (resource != null) {
                    elements.computeIfAbsent(resource.resourceType(), type -> new ArrayList<>())
                            .add(element);
                }
            }
        }
    }
}
