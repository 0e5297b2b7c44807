package io.tapstack.model.io;

import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which a template is written: sections as AWS documents them, attributes of a resource as people write them.
 *
 * <p>Whatever the template holds is written, two resources of one name included: finding that is the business of validation.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html">Template structure</a>
 */
final class TemplateLayout {

    private static final List<String> SECTIONS = List.of(
            "AWSTemplateFormatVersion",
            "Description",
            "Metadata",
            "Parameters",
            "Rules",
            "Mappings",
            "Conditions",
            "Transform",
            "Resources",
            "Outputs");

    private final TemplateSink sink;
    private final Map<String, Value<?>> others;

    private TemplateLayout(TemplateSink sink, Map<String, Value<?>> others) {
        this.sink = sink;
        this.others = others;
    }

    static void write(Template template, TemplateSink sink) {
        new TemplateLayout(sink, template.others()).template(template);
    }

    private void template(Template template) {
        sink.begin();
        line("AWSTemplateFormatVersion", template.formatVersion());
        line("Description", template.description());
        metadata(template.metadata());
        declarations("Parameters", template.parameters(), List.of());
        declarations("Rules", template.rules(), List.of());
        declarations("Mappings", template.mappings(), List.of());
        declarations("Conditions", template.conditions(), template.conditionLoops());
        transforms(template.transforms());
        resources(template);
        declarations("Outputs", template.outputs(), template.outputLoops());
        for (Map.Entry<String, Value<?>> other : others.entrySet()) {
            if (!SECTIONS.contains(other.getKey())) {
                sink.paragraph();
                sink.member(other.getKey(), other.getValue());
            }
        }
        sink.end();
    }

    private void line(String name, Optional<String> text) {
        if (text.isPresent()) {
            sink.member(name, text.get());
        } else if (others.get(name) != null) {
            sink.member(name, others.get(name));
        }
    }

    private void metadata(Map<String, Value<?>> metadata) {
        if (metadata.isEmpty()) {
            whole("Metadata");
        } else {
            sink.paragraph();
            map("Metadata", metadata);
        }
    }

    /** A section that holds nothing but what this library does not know. */
    private void whole(String section) {
        Value<?> other = others.get(section);
        if (other != null) {
            sink.paragraph();
            sink.member(section, other);
        }
    }

    /** What else stands in a section. */
    private void rest(String section) {
        if (others.get(section) instanceof ObjectValue<?> rest) {
            for (int i = 0; i < rest.members().size(); i++) {
                sink.member(rest.members().nameAt(i), rest.members().valueAt(i));
            }
        }
    }

    private void transforms(List<Value<?>> transforms) {
        if (transforms.isEmpty()) {
            whole("Transform");
            return;
        }
        sink.paragraph();
        sink.member("Transform", transforms.size() == 1 ? transforms.get(0) : ListValue.ofAny(transforms));
    }

    private void declarations(String section, List<? extends Declaration> declarations, List<ForEach> loops) {
        if (declarations.isEmpty() && loops.isEmpty()) {
            whole(section);
            return;
        }
        sink.paragraph();
        sink.open(section);
        for (Declaration declaration : declarations) {
            sink.member(declaration.logicalId().name(), declaration.body());
        }
        for (ForEach loop : loops) {
            sink.member(loop.key(), loop.argument());
        }
        rest(section);
        sink.close();
    }

    private void resources(Template template) {
        List<Resource> resources = template.resources();
        List<ForEach> loops = template.resourceLoops();
        if (resources.isEmpty() && loops.isEmpty()) {
            whole("Resources");
            return;
        }
        Map<LogicalId, String> headings = template.headings();
        boolean first = true;
        sink.paragraph();
        sink.open("Resources");
        for (Resource resource : resources) {
            if (!first) {
                sink.paragraph();
            }
            first = false;
            String heading = headings.isEmpty() ? null : headings.get(resource.logicalId());
            if (heading != null) {
                sink.heading(heading);
            }
            resource(resource);
        }
        for (ForEach loop : loops) {
            if (!first) {
                sink.paragraph();
            }
            first = false;
            sink.member(loop.key(), loop.argument());
        }
        rest("Resources");
        sink.close();
    }

    private void resource(Resource resource) {
        String type = resource.resourceType();
        ResourceOptions options = resource.options();
        if (type.isEmpty() && resource.properties().isEmpty() && options.equals(ResourceOptions.none())) {
            sink.member(resource.logicalId().name(), PropertyBag.empty());
            return;
        }
        sink.open(resource.logicalId().name());
        if (!type.isEmpty()) {
            sink.member("Type", type);
        }
        if (options != ResourceOptions.none()) {
            options(options);
        }
        if (!resource.properties().isEmpty()) {
            sink.member("Properties", resource.properties());
        }
        sink.close();
    }

    private void options(ResourceOptions options) {
        Optional<LogicalId> condition = options.condition();
        if (condition.isPresent()) {
            sink.member("Condition", condition.get().name());
        }
        dependsOn(options.dependsOn());
        optional("DeletionPolicy", options.deletionPolicy());
        optional("UpdateReplacePolicy", options.updateReplacePolicy());
        if (!options.metadata().isEmpty()) {
            map("Metadata", options.metadata());
        }
        optional("CreationPolicy", options.creationPolicy());
        optional("UpdatePolicy", options.updatePolicy());
        for (Map.Entry<String, Value<?>> other : options.others().entrySet()) {
            sink.member(other.getKey(), other.getValue());
        }
    }

    private void dependsOn(List<LogicalId> dependsOn) {
        if (dependsOn.size() == 1) {
            sink.member("DependsOn", dependsOn.get(0).name());
        } else if (!dependsOn.isEmpty()) {
            List<Value<?>> names = new ArrayList<>(dependsOn.size());
            for (LogicalId logicalId : dependsOn) {
                names.add(Literal.of(logicalId.name()));
            }
            sink.member("DependsOn", ListValue.ofAny(names));
        }
    }

    private void optional(String name, Optional<? extends Value<?>> value) {
        if (value.isPresent()) {
            sink.member(name, value.get());
        }
    }

    private void map(String name, Map<String, Value<?>> map) {
        sink.open(name);
        for (Map.Entry<String, Value<?>> entry : map.entrySet()) {
            sink.member(entry.getKey(), entry.getValue());
        }
        sink.close();
    }
}
