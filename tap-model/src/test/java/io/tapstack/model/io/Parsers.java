package io.tapstack.model.io;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.yaml.snakeyaml.nodes.Tag;

/** The two parsers that judge the writers: SnakeYAML, taught CloudFormation's tags, and Jackson. Both give {@link PlainTree}s. */
final class Parsers {

    private static final JsonMapper JSON = JsonMapper.builder(com.fasterxml.jackson.core.JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNumberLength(10_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Parsers() {}

    static Object yaml(String text) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        options.setCodePointLimit(Integer.MAX_VALUE);
        options.setNestingDepthLimit(1000);
        return new Yaml(new CloudFormationConstructor(options)).load(text);
    }

    static Object json(String text) {
        try {
            return plain(JSON.readValue(text, Object.class));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static Object plain(Object parsed) {
        if (parsed instanceof BigInteger whole) {
            return new BigDecimal(whole);
        }
        if (parsed instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        if (parsed instanceof Map<?, ?> map) {
            Map<Object, Object> members = new LinkedHashMap<>();
            map.forEach((name, value) -> members.put(name, plain(value)));
            return members;
        }
        return parsed;
    }

    /** Expands short forms as CloudFormation does, and keeps the digits of numbers. */
    private static final class CloudFormationConstructor extends SafeConstructor {

        CloudFormationConstructor(LoaderOptions options) {
            super(options);
            yamlConstructors.put(null, new ShortForm());
            yamlConstructors.put(Tag.INT, new ExactNumber());
            yamlConstructors.put(Tag.FLOAT, new ExactNumber());
        }

        private static final class ExactNumber extends AbstractConstruct {
            @Override
            public Object construct(Node node) {
                return new BigDecimal(((ScalarNode) node).getValue());
            }
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
                    String text = scalar.getValue();
                    int dot = text.indexOf('.');
                    return function.equals("Fn::GetAtt")
                            ? List.of(text.substring(0, dot), text.substring(dot + 1))
                            : text;
                }
                return node instanceof SequenceNode list
                        ? constructSequence(list)
                        : constructMapping((MappingNode) node);
            }
        }
    }
}
