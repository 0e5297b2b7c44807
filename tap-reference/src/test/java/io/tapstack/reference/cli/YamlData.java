package io.tapstack.reference.cli;

import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads a template as SnakeYAML sees it, its short forms written out as in JSON. */
final class YamlData extends SafeConstructor {

    private YamlData() {
        super(new LoaderOptions());
        yamlConstructors.put(null, new ShortForm());
    }

    static Object parse(String text) {
        return new Yaml(new YamlData()).load(text);
    }

    private final class ShortForm extends AbstractConstruct {

        @Override
        public Object construct(Node node) {
            String name = node.getTag().getValue().substring(1);
            String function = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
            return Map.of(function, argument(function, node));
        }

        private Object argument(String function, Node node) {
            if (node instanceof ScalarNode scalar) {
                return function.equals("Fn::GetAtt") ? List.of(scalar.getValue().split("\\.", 2)) : scalar.getValue();
            }
            return node instanceof SequenceNode list ? constructSequence(list) : constructMapping((MappingNode) node);
        }
    }
}
