package io.tapstack.model.facts;

/**
 * The type of a property or an attribute. {@link Object#toString()} writes it in the grammar of the facts files, for example
 * {@code list(type:KeySchema)}.
 */
public sealed interface PropertyType permits PrimitiveType, ListType, MapType, StructType, UnionType {

    /**
     * Parses the grammar of the facts files.
     *
     * @throws IllegalArgumentException if the text isn't a type
     */
    static PropertyType parse(String text) {
        return new PropertyTypeParser(text).parse();
    }
}
