package io.tapstack.model.io;

import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
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

    private final TemplateSink sink;

    private TemplateLayout(TemplateSink sink) {
        this.sink = sink;
    }

    static void write(Template template, TemplateSink sink) {
        new TemplateLayout(sink).template(template);
    }

    private void template(Template template) {
        sink.begin();
        sink.member("AWSTemplateFormatVersion", "2010-09-09");
        Optional<String> description = template.description();
        if (description.isPresent()) {
            sink.member("Description", description.get());
        }
        map("Metadata", template.metadata(), true);
        declarations("Parameters", template.parameters(), List.of());
        declarations("Rules", template.rules(), List.of());
        declarations("Mappings", template.mappings(), List.of());
        declarations("Conditions", template.conditions(), template.conditionLoops());
        transforms(template.transforms());
        resources(template);
        declarations("Outputs", template.outputs(), template.outputLoops());
        sink.end();
    }

    private void transforms(List<String> transforms) {
        if (transforms.isEmpty()) {
            return;
        }
        sink.paragraph();
        if (transforms.size() == 1) {
            sink.member("Transform", transforms.get(0));
            return;
        }
        List<Value<?>> names = new ArrayList<>(transforms.size());
        for (String transform : transforms) {
            names.add(Literal.of(transform));
        }
        sink.member("Transform", ListValue.ofAny(names));
    }

    private void declarations(String section, List<? extends Declaration> declarations, List<ForEach> loops) {
        if (declarations.isEmpty() && loops.isEmpty()) {
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
        sink.close();
    }

    private void resources(Template template) {
        List<Resource> resources = template.resources();
        List<ForEach> loops = template.resourceLoops();
        if (resources.isEmpty() && loops.isEmpty()) {
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
        sink.close();
    }

    private void resource(Resource resource) {
        sink.open(resource.logicalId().name());
        sink.member("Type", resource.resourceType());
        if (resource.options() != ResourceOptions.none()) {
            options(resource.options());
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
        map("Metadata", options.metadata(), false);
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

    private void map(String name, Map<String, Value<?>> map, boolean section) {
        if (map.isEmpty()) {
            return;
        }
        if (section) {
            sink.paragraph();
        }
        sink.open(name);
        for (Map.Entry<String, Value<?>> entry : map.entrySet()) {
            sink.member(entry.getKey(), entry.getValue());
        }
        sink.close();
    }
}
