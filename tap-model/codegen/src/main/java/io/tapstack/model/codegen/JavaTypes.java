package io.tapstack.model.codegen;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;

/** The Java types that stand for the facts' types, as one source file writes them. */
final class JavaTypes {

    private final ResourcePlan resource;
    private final Imports imports;

    JavaTypes(ResourcePlan resource, Imports imports) {
        this.resource = resource;
        this.imports = imports;
    }

    /** What a value of this type is once evaluated; JSON and unions are an {@code Object}. */
    String evaluated(PropertyType type) {
        if (type instanceof PrimitiveType primitive) {
            return primitive(primitive);
        }
        if (type instanceof ListType list) {
            return imports.common("List") + '<' + evaluated(list.element()) + '>';
        }
        if (type instanceof MapType map) {
            return imports.common("Map") + '<' + imports.common("String") + ", " + evaluated(map.element()) + '>';
        }
        String className = type instanceof StructType struct ? resource.propertyClass(struct.name()) : null;
        return className == null ? imports.common("Object") : imports.generated(resource.propertyPackage(), className);
    }

    /** The {@code Value} that a builder method takes; with a wildcard where JSON or a union leaves the type open. */
    String accepted(PropertyType type) {
        String value = imports.common("Value");
        if (!isOpen(type)) {
            return value + '<' + evaluated(type) + '>';
        }
        if (type instanceof ListType) {
            return value + "<? extends " + imports.common("List") + "<?>>";
        }
        return value + (type instanceof MapType ? "<? extends " + jsonMap() + '>' : "<?>");
    }

    /** The {@code Value} that a getter gives. */
    String value(PropertyType type) {
        return imports.common("Value") + '<' + evaluated(type) + '>';
    }

    /** The method of the base class that a getter calls. */
    String getter(PropertyType type) {
        return type instanceof MapType && hasClass(objectIn(type)) ? "mapProperty" : "property";
    }

    /**
     * What a getter says besides the name of the property: an object of the class that its objects are of, if they have one. A
     * method reference would say it too, and make the jar bigger by a megabyte.
     */
    String view(PropertyType type) {
        PropertyType object = objectIn(type);
        return hasClass(object)
                ? ", " + evaluated(object) + ".from(" + imports.common("PropertyBag") + ".empty())"
                : "";
    }

    private boolean hasClass(PropertyType type) {
        return type == PrimitiveType.TAG
                || type instanceof StructType struct && resource.propertyClass(struct.name()) != null;
    }

    /** What is in a list, or in a map, or in the lists of a map. */
    private static PropertyType objectIn(PropertyType type) {
        PropertyType object = type instanceof MapType map ? map.element() : type;
        while (object instanceof ListType list) {
            object = list.element();
        }
        return object;
    }

    /** An object in plain Java. */
    String jsonMap() {
        return imports.common("Map") + '<' + imports.common("String") + ", ?>";
    }

    /** Whether the facts leave open what a value of this type is, or what some part of it is. */
    static boolean isOpen(PropertyType type) {
        if (type instanceof ListType list) {
            return isOpen(list.element());
        }
        if (type instanceof MapType map) {
            return isOpen(map.element());
        }
        return type == PrimitiveType.JSON || type instanceof UnionType;
    }

    private String primitive(PrimitiveType type) {
        return imports.common(
                switch (type) {
                    case STRING, TIMESTAMP -> "String";
                    case INTEGER -> "Integer";
                    case LONG -> "Long";
                    case NUMBER -> "Double";
                    case BOOLEAN -> "Boolean";
                    case JSON -> "Object";
                    case TAG -> "Tag";
                });
    }
}
