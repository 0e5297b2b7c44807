package io.tapstack.patterns.preset;

import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/** An attribute that is part of a key of a table or of an index: its name and type. */
@Immutable(builder = false)
public abstract class TableAttribute {

    TableAttribute() {}

    /** A text. */
    public static TableAttribute string(String name) {
        return ImmutableTableAttribute.of(name, AttributeDefinition.ATTRIBUTE_TYPE_S);
    }

    /** A number. */
    public static TableAttribute number(String name) {
        return ImmutableTableAttribute.of(name, AttributeDefinition.ATTRIBUTE_TYPE_N);
    }

    /** Bytes. */
    public static TableAttribute binary(String name) {
        return ImmutableTableAttribute.of(name, AttributeDefinition.ATTRIBUTE_TYPE_B);
    }

    /** Its name: 1 to 255 characters. */
    @Parameter
    public abstract String name();

    /** {@code S}, {@code N} or {@code B}. */
    @Parameter
    public abstract String type();

    @Check
    void check() {
        if (name().isEmpty() || name().length() > 255) {
            throw new IllegalArgumentException(
                    "name: an attribute of a key has 1 to 255 characters, not " + name().length());
        }
    }
}
