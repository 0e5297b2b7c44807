package io.tapstack.patterns.composition;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.If;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Value;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Small questions to resources, and values that are worse on a condition. */
final class Parts {

    private Parts() {}

    /** Resources of which a value says something. */
    static Predicate<Resource> says(String way, String text) {
        return resource ->
                String.valueOf(Edits.find(resource.properties(), way)).contains(text);
    }

    /** Templates with a resource of a type. */
    static Predicate<Template> has(String type) {
        return template -> template.resources().stream()
                .anyMatch(resource -> resource.resourceType().equals(type));
    }

    /** The position of the first statement that says something; -1 if none does. */
    static int statement(Resource resource, String way, String text) {
        Value<?> statements = Edits.find(resource.properties(), way);
        if (statements instanceof ListValue<?> list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i).toString().contains(text)) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** A value that is the worse one in one account, and the better one elsewhere. */
    @SuppressWarnings("unchecked")
    static Value<?> sometimes(Value<?> worse, Value<?> better) {
        return If.of(Weakenings.SOMEWHERE, (Value<Object>) worse, (Value<Object>) better);
    }

    /** A value that is missing in one account. */
    static Value<?> sometimesMissing(@Nullable Value<?> better) {
        Value<?> none = PseudoParameter.noValue();
        return sometimes(none, better == null ? Value.of("") : better);
    }
}
