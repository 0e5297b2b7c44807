package io.tapstack.model.value;

import java.util.List;

/**
 * A value out of a mapping.
 *
 * @param <T> what the mapping holds at that place
 */
public final class FindInMap<T> extends Intrinsic<T> {

    FindInMap(Value<?> argument) {
        super("Fn::FindInMap", argument);
    }

    /** Looks a value up by two keys. */
    public static <T> FindInMap<T> of(LogicalId mapping, Value<String> topLevelKey, Value<String> secondLevelKey) {
        return new FindInMap<>(ListValue.of(Literal.of(mapping.name()), topLevelKey, secondLevelKey));
    }

    /** Looks a value up, with a default for keys that are not there; needs {@code AWS::LanguageExtensions}. */
    public static <T> FindInMap<T> of(
            Value<String> mapping, Value<String> topLevelKey, Value<String> secondLevelKey, Value<T> defaultValue) {
        return new FindInMap<>(ListValue.ofAny(List.of(
                mapping, topLevelKey, secondLevelKey, MapValue.ofAny(PropertyBag.of("DefaultValue", defaultValue)))));
    }
}
