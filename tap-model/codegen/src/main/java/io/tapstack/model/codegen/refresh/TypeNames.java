package io.tapstack.model.codegen.refresh;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.StructType;
import io.tapstack.model.facts.UnionType;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Questions about the structures that a type mentions. */
final class TypeNames {

    private TypeNames() {}

    /** The names of all structures that the type mentions. */
    static Set<String> in(PropertyType type) {
        Set<String> names = new LinkedHashSet<>();
        collect(type, names);
        return names;
    }

    /** The same type, with free-form JSON in place of structures that aren't known. */
    static PropertyType freeWhereUnknown(PropertyType type, Set<String> known) {
        if (type instanceof StructType structType) {
            return known.contains(structType.name()) ? type : PrimitiveType.JSON;
        }
        if (type instanceof ListType listType) {
            return new ListType(freeWhereUnknown(listType.element(), known));
        }
        if (type instanceof MapType mapType) {
            return new MapType(freeWhereUnknown(mapType.element(), known));
        }
        if (type instanceof UnionType unionType) {
            List<PropertyType> alternatives = new ArrayList<>();
            unionType.alternatives().forEach(a -> alternatives.add(freeWhereUnknown(a, known)));
            return union(alternatives);
        }
        return type;
    }

    /** One of the given types: without repetitions, and the type itself if only one is left. */
    static PropertyType union(List<PropertyType> alternatives) {
        List<PropertyType> distinct = new ArrayList<>(new LinkedHashSet<>(alternatives));
        return distinct.size() == 1 ? distinct.get(0) : new UnionType(distinct);
    }

    private static void collect(PropertyType type, Set<String> names) {
        if (type instanceof StructType structType) {
            names.add(structType.name());
        } else if (type instanceof ListType listType) {
            collect(listType.element(), names);
        } else if (type instanceof MapType mapType) {
            collect(mapType.element(), names);
        } else if (type instanceof UnionType unionType) {
            unionType.alternatives().forEach(alternative -> collect(alternative, names));
        }
    }
}
