package io.tapstack.model.codegen;

import io.tapstack.model.facts.JavaNames;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.TypeFacts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names of everything that belongs to one resource type, decided before anything is written. */
final class ResourcePlan {

    private final ResourceFacts facts;
    private final String className;
    private final Set<String> siblings;
    private final Map<String, String> propertyClasses = new LinkedHashMap<>();

    /**
     * The plan of a resource type.
     *
     * @param className the simple name of its class, unique in its package
     * @param siblings the simple names of all classes of that package
     */
    ResourcePlan(ResourceFacts facts, String className, List<String> siblings) {
        this.facts = facts;
        this.className = className;
        this.siblings = Set.copyOf(siblings);
        UniqueNames names = UniqueNames.ofFiles();
        for (TypeFacts type : facts.types()) {
            propertyClasses.put(type.name(), names.claimNumbered(JavaNames.className(type.name()), ""));
        }
    }

    ResourceFacts facts() {
        return facts;
    }

    String typeName() {
        return facts.typeName();
    }

    /** The package of the resource class. */
    String packageName() {
        return JavaNames.servicePackage(facts.typeName());
    }

    /** The simple name of the resource class. */
    String className() {
        return className;
    }

    /** The simple names of all classes in the package of the resource class. */
    Set<String> siblings() {
        return siblings;
    }

    /** The package of the property types: named after the class, so that two classes never share one. */
    String propertyPackage() {
        return packageName() + '.' + JavaNames.packageName(className);
    }

    /** The simple name of the class of a property type; null if there is no such type. */
    @Nullable
    String propertyClass(String typeName) {
        return propertyClasses.get(typeName);
    }

    /** The simple names of all classes of property types. */
    Set<String> propertyClasses() {
        return Set.copyOf(propertyClasses.values());
    }
}
