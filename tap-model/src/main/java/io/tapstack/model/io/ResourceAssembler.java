package io.tapstack.model.io;

import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a resource out of the members of an object. What does not fit is kept among the other attributes, and reported. */
final class ResourceAssembler {

    private final AssemblyPlaces places;
    private final ResourceClasses classes;

    ResourceAssembler(AssemblyPlaces places, ResourceClasses classes) {
        this.places = places;
        this.classes = classes;
    }

    Resource resource(LogicalId id, PropertyBag members, SourceLocation source) {
        ResourceOptions.@Nullable Builder options = null;
        PropertyBag properties = PropertyBag.empty();
        String type = "";
        for (int i = 0; i < members.size(); i++) {
            String name = members.nameAt(i);
            Value<?> value = members.valueAt(i);
            PropertyBag given = name.equals("Properties") ? MemberCollector.membersOf(value) : null;
            String text = name.equals("Type") ? text(value) : null;
            if (given != null && !given.isEmpty()) {
                properties = given;
            } else if (text != null && !text.isEmpty()) {
                type = text;
            } else {
                options = options == null ? ResourceOptions.builder() : options;
                attribute(id, name, value, options);
            }
        }
        if (type.isEmpty() && members.find("Type") == null) {
            places.wrong(path(id, null), null, Excerpt.of(id.name()) + " has no type.", "Add Type.");
        }
        return classes.typed(GenericResource.of(
                id, type, properties, options == null ? ResourceOptions.none() : options.build(), source));
    }

    private void attribute(LogicalId id, String name, Value<?> value, ResourceOptions.Builder options) {
        boolean fits = switch (name) {
            case "Condition" -> condition(value, options);
            case "DependsOn" -> dependsOn(value, options);
            case "Metadata" -> metadata(value, options);
            default -> policy(name, value, options);
        };
        if (!fits) {
            options.putOthers(name, value);
            String expected = expected(name, value);
            if (expected != null) {
                places.wrong(
                        path(id, name),
                        value,
                        name + " of " + Excerpt.of(id.name()) + " is not " + expected + ".",
                        "Write " + expected + ".");
            }
        }
    }

    /** What the value of an attribute should be; null if nothing is wrong with it, or nothing known. */
    private static @Nullable String expected(String name, Value<?> value) {
        return switch (name) {
            case "Type" -> "the name of a resource type";
            case "Condition" -> "the name of a condition";
            case "DependsOn" -> "the name of a resource or a list of such names";
            case "Properties", "Metadata" -> MemberCollector.membersOf(value) == null ? "an object" : null;
            default -> null;
        };
    }

    private static boolean condition(Value<?> value, ResourceOptions.Builder options) {
        String name = text(value);
        if (name != null) {
            options.condition(LogicalId.asWritten(name));
        }
        return name != null;
    }

    private static boolean dependsOn(Value<?> value, ResourceOptions.Builder options) {
        List<LogicalId> names = new ArrayList<>();
        for (Value<?> item : value instanceof ListValue<?> list ? list.items() : List.of(value)) {
            String name = text(item);
            if (name == null) {
                return false;
            }
            names.add(LogicalId.asWritten(name));
        }
        options.addAllDependsOn(names);
        return !names.isEmpty();
    }

    private static boolean metadata(Value<?> value, ResourceOptions.Builder options) {
        PropertyBag members = MemberCollector.membersOf(value);
        if (members == null || members.isEmpty()) {
            return false;
        }
        for (int i = 0; i < members.size(); i++) {
            options.putMetadata(members.nameAt(i), members.valueAt(i));
        }
        return true;
    }

    @SuppressWarnings("unchecked") // the type parameter is for the compiler only; validation judges the value
    private static boolean policy(String name, Value<?> value, ResourceOptions.Builder options) {
        switch (name) {
            case "DeletionPolicy" -> options.deletionPolicy((Value<String>) value);
            case "UpdateReplacePolicy" -> options.updateReplacePolicy((Value<String>) value);
            case "CreationPolicy" -> options.creationPolicy(value);
            case "UpdatePolicy" -> options.updatePolicy(value);
            default -> {
                return false;
            }
        }
        return true;
    }

    private static @Nullable String text(Value<?> value) {
        return value instanceof Literal<?> literal && literal.isString() ? literal.text() : null;
    }

    private static String path(LogicalId id, @Nullable String attribute) {
        return "Resources/" + SourceMap.escape(id.name())
                + (attribute == null ? "" : "/" + SourceMap.escape(attribute));
    }
}
