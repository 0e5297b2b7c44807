package io.tapstack.patterns.rule;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.Reference;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.TemplateContext;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who refers to what in a template. Found once for each validation, so asking costs as much as there is to answer. */
public final class Users {

    private final Map<Element, Set<Element>> byValue = new IdentityHashMap<>();

    private Users(TemplateContext context) {
        for (Reference reference : context.references()) {
            Element used = reference.declared();
            Element user = reference.element();
            if (used != null && reference.isValue() && user.section() == Section.RESOURCES && user.resource() != null) {
                byValue.computeIfAbsent(used, one -> new LinkedHashSet<>()).add(user);
            }
        }
    }

    /** The resources with a value that names a parameter or resource, in the order of the template; none for null. */
    public static List<Element> of(TemplateContext context, @Nullable Element used) {
        Users kept = context.kept(Users.class);
        Users users = kept == null ? context.keep(Users.class, new Users(context)) : kept;
        Set<Element> found = used == null ? null : users.byValue.get(used);
        return found == null ? List.of() : List.copyOf(found);
    }

    /** Those of them that are of this type. */
    public static List<Element> of(TemplateContext context, @Nullable Element used, String resourceType) {
        List<Element> found = new ArrayList<>();
        for (Element user : of(context, used)) {
            Resource resource = user.resource();
            if (resource != null && resource.resourceType().equals(resourceType)) {
                found.add(user);
            }
        }
        return found;
    }
}
