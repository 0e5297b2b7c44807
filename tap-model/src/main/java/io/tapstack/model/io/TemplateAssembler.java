package io.tapstack.model.io;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.Optional;

/** Makes a template out of the members of the object that a file holds. */
final class TemplateAssembler {

    private final Template.Builder template = Template.builder();
    private final AssemblyPlaces places;
    private final ResourceAssembler resources;

    private TemplateAssembler(AssemblyPlaces places, ResourceClasses classes) {
        this.places = places;
        this.resources = new ResourceAssembler(places, classes);
    }

    static Template assemble(PropertyBag members, AssemblyPlaces places, ResourceClasses classes) {
        TemplateAssembler assembler = new TemplateAssembler(places, classes);
        assembler.template.formatVersion(Optional.empty());
        for (int i = 0; i < members.size(); i++) {
            assembler.section(members.nameAt(i), members.valueAt(i));
        }
        return assembler.template.build();
    }

    private void section(String name, Value<?> value) {
        switch (name) {
            case "AWSTemplateFormatVersion", "Description" -> text(name, value);
            case "Transform" -> transforms(value);
            case "Metadata" -> metadata(value);
            case "Parameters", "Rules", "Mappings", "Conditions", "Resources", "Outputs" -> declarations(name, value);
            default -> template.putOthers(name, value);
        }
    }

    private void text(String name, Value<?> value) {
        if (!(value instanceof Literal<?> literal) || !literal.isString()) {
            keep(name, value, "a text");
        } else if (name.equals("Description")) {
            template.description(literal.text());
        } else {
            template.formatVersion(literal.text());
        }
    }

    private void keep(String section, Value<?> value, String expected) {
        places.wrong(section, value, section + " is not " + expected + ".", "Write " + expected + ".");
        template.putOthers(section, value);
    }

    private void transforms(Value<?> value) {
        if (isTransform(value)) {
            template.addTransforms(value);
        } else if (value instanceof ListValue<?> list
                && !list.items().isEmpty()
                && list.items().stream().allMatch(TemplateAssembler::isTransform)) {
            template.addAllTransforms(list.items());
        } else {
            keep("Transform", value, "the name of a macro or a list of such names");
        }
    }

    private static boolean isTransform(Value<?> value) {
        return value instanceof Literal<?> literal && literal.isString() || value instanceof ObjectValue;
    }

    private void metadata(Value<?> value) {
        PropertyBag members = MemberCollector.membersOf(value);
        if (members == null) {
            keep("Metadata", value, "an object");
        } else if (members.isEmpty()) {
            template.putOthers("Metadata", value);
        } else {
            for (int i = 0; i < members.size(); i++) {
                template.putMetadata(members.nameAt(i), members.valueAt(i));
            }
        }
    }

    private void declarations(String section, Value<?> value) {
        PropertyBag entries = MemberCollector.membersOf(value);
        if (entries == null) {
            keep(section, value, "an object");
            return;
        }
        places.enter(section);
        PropertyBag.Builder rest = PropertyBag.builder();
        boolean all = !entries.isEmpty();
        for (int i = 0; i < entries.size(); i++) {
            String name = entries.nameAt(i);
            SourceLocation source = places.next(name);
            if (!entry(section, name, entries.valueAt(i), source)) {
                rest.put(name, entries.valueAt(i));
                all = false;
            }
        }
        if (!all) {
            template.putOthers(section, MapValue.ofAny(rest.build()));
        }
    }

    /** Adds an entry of a section; tells whether it is one. */
    private boolean entry(String section, String name, Value<?> value, SourceLocation source) {
        if (name.equals("Fn::Transform")) {
            return false;
        }
        if (name.startsWith(ForEach.PREFIX)) {
            return loop(section, name, value);
        }
        LogicalId id = LogicalId.asWritten(name);
        if (section.equals("Conditions")) {
            template.addConditions(Condition.of(id, value, source));
            return true;
        }
        PropertyBag members = MemberCollector.membersOf(value);
        if (members == null) {
            places.wrong(
                    section + "/" + SourceMap.escape(name),
                    value,
                    Excerpt.of(name) + " is no object.",
                    "Write an object, or remove it.");
            return false;
        }
        switch (section) {
            case "Parameters" -> template.addParameters(Parameter.of(id, members, source));
            case "Mappings" -> template.addMappings(Mapping.of(id, members, source));
            case "Rules" -> template.addRules(Rule.of(id, MapValue.ofAny(members), source));
            case "Resources" -> template.addResources(resources.resource(id, members, source));
            default -> template.addOutputs(Output.of(id, members, source));
        }
        return true;
    }

    private boolean loop(String section, String key, Value<?> argument) {
        ForEach loop = ForEach.of(LogicalId.asWritten(key.substring(ForEach.PREFIX.length())), argument);
        switch (section) {
            case "Conditions" -> template.addConditionLoops(loop);
            case "Resources" -> template.addResourceLoops(loop);
            case "Outputs" -> template.addOutputLoops(loop);
            default -> {
                places.wrong(
                        section + "/" + SourceMap.escape(key),
                        null,
                        "Loops may stand in Conditions, Resources and Outputs, but not in " + section + ".",
                        "Write the entries one by one.");
                return false;
            }
        }
        return true;
    }
}
