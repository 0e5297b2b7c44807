package io.tapstack.reference.explain;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import java.util.stream.Collectors;

/** The type of a property in words. */
final class TypeWords {

    private TypeWords() {}

    static String of(PropertyType type) {
        if (type instanceof PrimitiveType primitive) {
            return of(primitive);
        }
        if (type instanceof ListType list) {
            return "list of " + of(list.element());
        }
        if (type instanceof MapType map) {
            return "map of " + of(map.element());
        }
        if (type instanceof StructType struct) {
            return struct.name();
        }
        return ((UnionType) type).alternatives().stream().map(TypeWords::of).collect(Collectors.joining(" or "));
    }

    private static String of(PrimitiveType type) {
        return switch (type) {
            case STRING -> "text";
            case INTEGER, LONG -> "whole number";
            case NUMBER -> "number";
            case BOOLEAN -> "true or false";
            case TIMESTAMP -> "point in time";
            case JSON -> "free-form JSON";
            case TAG -> "Tag";
        };
    }
}
