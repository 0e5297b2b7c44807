package io.tapstack.reference.deploy;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.TagFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tags of a stack, which CloudFormation hands on to what can have tags: those that every tagged resource of the template has
 * with the same plain text. A tag whose value is a parameter has none before the stack is created.
 */
final class TagsFile {

    private TagsFile() {}

    static String text(Template template) {
        CloudFormationFacts facts = CloudFormationFacts.bundled();
        Map<String, String> common = null;
        for (Resource resource : template.resources()) {
            Optional<TagFacts> tags = facts.resource(resource.resourceType()).flatMap(ResourceFacts::tags);
            Value<?> value = tags.map(TagFacts::propertyName)
                    .flatMap(name -> resource.properties().get(name))
                    .orElse(null);
            if (value != null) {
                common = both(common, of(value));
            }
        }
        return CliJson.list("Key", "Value", common == null ? Map.of() : common);
    }

    private static Map<String, String> both(@Nullable Map<String, String> common, Map<String, String> tags) {
        if (common != null) {
            Map<String, String> shared = new LinkedHashMap<>(common);
            shared.entrySet().retainAll(tags.entrySet());
            return shared;
        }
        return tags;
    }

    /** The tags that are plain texts: of a list of keys and values, or of a map. */
    private static Map<String, String> of(Value<?> value) {
        Map<String, String> tags = new LinkedHashMap<>();
        if (value instanceof ListValue<?> list) {
            for (Value<?> item : list.items()) {
                if (item instanceof ObjectValue<?> tag
                        && tag.members().find("Key") instanceof Literal<?> key
                        && tag.members().find("Value") instanceof Literal<?> text) {
                    tags.put(key.text(), text.text());
                }
            }
        } else if (value instanceof ObjectValue<?> map) {
            for (String name : map.members().names()) {
                if (map.members().find(name) instanceof Literal<?> text) {
                    tags.put(name, text.text());
                }
            }
        }
        return tags;
    }
}
