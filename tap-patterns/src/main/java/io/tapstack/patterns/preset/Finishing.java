package io.tapstack.patterns.preset;

import io.tapstack.model.aws.logs.LogGroup;
import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.TagFacts;
import io.tapstack.model.facts.TagShape;
import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gives every resource what the conventions demand of its type: tags where it can have them, and what
 * becomes of it in the end. */
final class Finishing {

    private final StackConventions conventions;
    private final CloudFormationFacts facts = CloudFormationFacts.bundled();

    Finishing(StackConventions conventions) {
        this.conventions = conventions;
    }

    Resource finish(Resource resource) {
        Optional<ResourceFacts> known = facts.resource(resource.resourceType());
        Resource tagged = known.flatMap(ResourceFacts::tags)
                .map(tags -> tagged(resource, tags))
                .orElse(resource);
        ResourceOptions options = tagged.options();
        Optional<DeletionPolicy> policy = policy(resource.resourceType(), known);
        if (policy.isEmpty() || options.deletionPolicy().isPresent()) {
            return tagged;
        }
        return tagged.withOptions(options.toBuilder()
                .deletionPolicy(policy.get())
                .updateReplacePolicy(policy.get())
                .build());
    }

    private Optional<DeletionPolicy> policy(String resourceType, Optional<ResourceFacts> known) {
        if (resourceType.equals(LogGroup.TYPE)) {
            return Optional.of(conventions.logPolicy());
        }
        return known.filter(ResourceFacts::stateful).isPresent()
                ? Optional.of(conventions.dataPolicy())
                : conventions.otherPolicy();
    }

    /** Whether resources of a type can carry the tags of the conventions: as a list of keys and values, or as a map. */
    boolean canTag(String resourceType) {
        return facts.resource(resourceType)
                .flatMap(ResourceFacts::tags)
                .filter(tags -> tags.shape() != TagShape.OBJECT && tags.shape() != TagShape.OWN)
                .isPresent();
    }

    private Resource tagged(Resource resource, TagFacts tags) {
        if (conventions.tags().isEmpty()) {
            return resource;
        }
        PropertyBag properties = resource.properties();
        Value<?> present = properties.find(tags.propertyName());
        return switch (tags.shape()) {
            case LIST -> resource.withProperties(properties.with(tags.propertyName(), tagList(present)));
            case MAP, JSON -> resource.withProperties(properties.with(tags.propertyName(), tagMap(present)));
            case OBJECT, OWN -> resource;
        };
    }

    private Value<?> tagList(@Nullable Value<?> present) {
        List<Value<?>> tags = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        if (present instanceof ListValue<?> list) {
            for (Value<?> tag : list.items()) {
                tags.add(tag);
                if (tag instanceof ObjectValue<?> object) {
                    object.members().get("Key").ifPresent(key -> keys.add(key.toString()));
                }
            }
        }
        for (Map.Entry<String, Value<String>> tag : conventions.tags().entrySet()) {
            if (!keys.contains(Value.of(tag.getKey()).toString())) {
                tags.add(Tag.of(tag.getKey(), tag.getValue()));
            }
        }
        return ListValue.ofAny(tags);
    }

    private Value<?> tagMap(@Nullable Value<?> present) {
        PropertyBag.Builder tags =
                (present instanceof ObjectValue<?> object ? object.members() : PropertyBag.empty()).toBuilder();
        for (Map.Entry<String, Value<String>> tag : conventions.tags().entrySet()) {
            if (tags.get(tag.getKey()).isEmpty()) {
                tags.put(tag.getKey(), tag.getValue());
            }
        }
        return MapValue.ofAny(tags.build());
    }
}
