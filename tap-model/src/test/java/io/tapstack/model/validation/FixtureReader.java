package io.tapstack.model.validation;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the templates of rule tests: just enough of YAML, with the line of each declaration. */
public final class FixtureReader {

    private final String file;
    private final Template.Builder template = Template.builder();

    private FixtureReader(String file) {
        this.file = file;
    }

    /** The template that a text holds. */
    public static Template read(String file, String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(1_000);
        Node root = new Yaml(new SafeConstructor(options)).compose(new StringReader(yaml));
        FixtureReader reader = new FixtureReader(file);
        for (NodeTuple section : ((MappingNode) root).getValue()) {
            reader.section(text(section.getKeyNode()), section.getValueNode());
        }
        return reader.template.build();
    }

    private void section(String name, Node node) {
        switch (name) {
            case "Description":
                template.description(text(node));
                break;
            case "Transform":
                template.addTransforms(value(node));
                break;
            case "Metadata":
                PropertyBag metadata = members(node);
                for (int i = 0; i < metadata.size(); i++) {
                    template.putMetadata(metadata.nameAt(i), metadata.valueAt(i));
                }
                break;
            case "AWSTemplateFormatVersion":
                template.formatVersion(text(node));
                break;
            case "Parameters":
            case "Mappings":
            case "Rules":
            case "Conditions":
            case "Resources":
            case "Outputs":
                for (NodeTuple entry : ((MappingNode) node).getValue()) {
                    declaration(name, text(entry.getKeyNode()), entry.getKeyNode(), entry.getValueNode());
                }
                break;
            default:
                template.putOthers(name, value(node));
        }
    }

    private void declaration(String section, String name, Node key, Node node) {
        SourceLocation source = SourceLocation.of(file, line(key));
        if (name.startsWith("Fn::ForEach::")) {
            loop(section, name, (ListValue<?>) value(node));
            return;
        }
        LogicalId id = LogicalId.asWritten(name);
        switch (section) {
            case "Parameters":
                template.addParameters(Parameter.of(id, members(node), source));
                break;
            case "Mappings":
                template.addMappings(Mapping.of(id, members(node), source));
                break;
            case "Rules":
                template.addRules(Rule.of(id, value(node), source));
                break;
            case "Conditions":
                template.addConditions(Condition.of(id, value(node), source));
                break;
            case "Resources":
                template.addResources(resource(id, members(node), source));
                break;
            default:
                template.addOutputs(Output.of(id, members(node), source));
        }
    }

    private void loop(String section, String key, ListValue<?> argument) {
        @SuppressWarnings("unchecked")
        Value<List<String>> collection = (Value<List<String>>) argument.items().get(1);
        ForEach loop = ForEach.of(
                LogicalId.of(key.substring(13)),
                ((Literal<?>) argument.items().get(0)).text(),
                collection,
                ((MapValue<?>) argument.items().get(2)).members());
        switch (section) {
            case "Conditions":
                template.addConditionLoops(loop);
                break;
            case "Resources":
                template.addResourceLoops(loop);
                break;
            default:
                template.addOutputLoops(loop);
        }
    }

    @SuppressWarnings("unchecked")
    private static GenericResource resource(LogicalId id, PropertyBag members, SourceLocation source) {
        ResourceOptions.Builder options = ResourceOptions.builder();
        PropertyBag properties = PropertyBag.empty();
        String type = "";
        for (int i = 0; i < members.size(); i++) {
            Value<?> value = members.valueAt(i);
            switch (members.nameAt(i)) {
                case "Type":
                    type = ((Literal<?>) value).text();
                    break;
                case "Properties":
                    properties = ((MapValue<?>) value).members();
                    break;
                case "Condition":
                    options.condition(LogicalId.asWritten(((Literal<?>) value).text()));
                    break;
                case "DependsOn":
                    List<? extends Value<?>> names = value instanceof ListValue<?> list ? list.items() : List.of(value);
                    names.forEach(dependency -> options.addDependsOn(LogicalId.of(((Literal<?>) dependency).text())));
                    break;
                case "DeletionPolicy":
                    options.deletionPolicy((Value<String>) value);
                    break;
                case "UpdateReplacePolicy":
                    options.updateReplacePolicy((Value<String>) value);
                    break;
                case "CreationPolicy":
                    options.creationPolicy(value);
                    break;
                case "UpdatePolicy":
                    options.updatePolicy(value);
                    break;
                case "Metadata":
                    PropertyBag metadata = ((MapValue<?>) value).members();
                    for (int j = 0; j < metadata.size(); j++) {
                        options.putMetadata(metadata.nameAt(j), metadata.valueAt(j));
                    }
                    break;
                default:
                    options.putOthers(members.nameAt(i), value);
            }
        }
        return GenericResource.of(id, type, properties, options.build(), source);
    }

    private static PropertyBag members(Node node) {
        PropertyBag.Builder members = PropertyBag.builder();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            members.put(text(tuple.getKeyNode()), value(tuple.getValueNode()));
        }
        return members.build();
    }

    private static Value<?> value(Node node) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            String name = tag.equals("!Ref") || tag.equals("!Condition") ? tag.substring(1) : "Fn::" + tag.substring(1);
            return FixtureValues.function(name, plain(node));
        }
        return plain(node);
    }

    private static Value<?> plain(Node node) {
        if (node instanceof SequenceNode sequence) {
            List<Value<?>> items = new ArrayList<>();
            sequence.getValue().forEach(item -> items.add(value(item)));
            return ListValue.ofAny(items);
        }
        if (node instanceof MappingNode) {
            PropertyBag members = members(node);
            String only = members.size() == 1 ? members.nameAt(0) : "";
            boolean function = only.startsWith("Fn::") && !only.startsWith("Fn::ForEach::") || only.equals("Ref");
            return function ? FixtureValues.function(only, members.valueAt(0)) : MapValue.ofAny(members);
        }
        return scalar((ScalarNode) node);
    }

    private static Value<?> scalar(ScalarNode node) {
        if (node.getTag().equals(Tag.INT) && node.getValue().matches("-?\\d{1,9}")) {
            return Literal.of(Integer.parseInt(node.getValue()));
        }
        if (node.getTag().equals(Tag.FLOAT)) {
            return Literal.of(new BigDecimal(node.getValue()));
        }
        return node.getTag().equals(Tag.BOOL)
                ? Literal.of(Boolean.parseBoolean(node.getValue()))
                : Literal.of(node.getValue());
    }

    private static String text(Node node) {
        return ((ScalarNode) node).getValue();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
