package io.tapstack.model.io;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.GenericResource;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Rule;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomGenerator;

/** Random templates: every section, every attribute, names good and bad, values of any kind. */
final class TemplateArbitraries {

    private static final SourceLocation NOWHERE = SourceLocation.unknown();

    private static final Arbitrary<Value<?>> TREES = once(ValueArbitraries.trees());
    private static final Arbitrary<String> NAMES = once(ValueArbitraries.names());
    private static final Arbitrary<String> TEXTS = once(ValueArbitraries.texts());
    private static final Arbitrary<PropertyBag> MEMBERS = Arbitraries.maps(NAMES, TREES)
            .ofMaxSize(3)
            .map(entries -> {
                PropertyBag.Builder members = PropertyBag.builder();
                entries.forEach(members::put);
                return members.build();
            });

    private TemplateArbitraries() {}

    /** One generator wherever the values are used: making it takes longer than drawing from it. Nothing is shrunk then. */
    private static <T> Arbitrary<T> once(Arbitrary<T> values) {
        RandomGenerator<T> generator = values.generator(1_000);
        return Arbitraries.randomValue(random -> generator.next(random).value());
    }

    static Arbitrary<Template> templates() {
        Arbitrary<Template.Builder> heads = Combinators.combine(
                        TEXTS.optional(),
                        TEXTS.optional(),
                        MEMBERS,
                        Arbitraries.oneOf(TEXTS.map(Literal::of), macros())
                                .list()
                                .ofMaxSize(3))
                .as((version, description, metadata, transforms) -> Template.builder()
                        .formatVersion(version)
                        .description(description)
                        .putAllMetadata(map(metadata))
                        .addAllTransforms(transforms));
        return Combinators.combine(heads, declarations(), resources(), loops(), loops(), loops(), others())
                .as((head, declared, resources, conditions, made, outputs, others) -> head.addAllParameters(
                                declared.parameters())
                        .addAllMappings(declared.mappings())
                        .addAllRules(declared.rules())
                        .addAllConditions(declared.conditions())
                        .addAllOutputs(declared.outputs())
                        .addAllResources(resources)
                        .addAllConditionLoops(conditions)
                        .addAllResourceLoops(made)
                        .addAllOutputLoops(outputs)
                        .putAllOthers(others)
                        .build());
    }

    private static Arbitrary<Value<?>> macros() {
        return MEMBERS.map(parameters -> MapValue.ofAny(PropertyBag.builder()
                .put("Name", Literal.of("AWS::Include"))
                .put("Parameters", MapValue.ofAny(parameters))
                .build()));
    }

    private static Arbitrary<Template> declarations() {
        return Combinators.combine(
                        distinct(MEMBERS.map(body -> Parameter.of(id(body), body, NOWHERE))),
                        distinct(MEMBERS.map(body -> Mapping.of(id(body), body, NOWHERE))),
                        distinct(MEMBERS.map(body -> Rule.of(id(body), MapValue.ofAny(body), NOWHERE))),
                        TREES.map(value -> Condition.of(LogicalId.of("Is"), value, NOWHERE))
                                .list()
                                .ofMaxSize(1),
                        distinct(MEMBERS.map(body -> Output.of(id(body), body, NOWHERE))))
                .as((parameters, mappings, rules, conditions, outputs) -> Template.builder()
                        .addAllParameters(parameters)
                        .addAllMappings(mappings)
                        .addAllRules(rules)
                        .addAllConditions(conditions)
                        .addAllOutputs(outputs)
                        .build());
    }

    /** At most one: a section has each name once. */
    private static <T> Arbitrary<List<T>> distinct(Arbitrary<T> declarations) {
        return declarations.list().ofMaxSize(1);
    }

    private static Arbitrary<List<Resource>> resources() {
        Arbitrary<Resource> resource = Combinators.combine(
                        NAMES.filter(TemplateArbitraries::isEntry), TEXTS, MEMBERS, options())
                .as((name, type, properties, options) ->
                        GenericResource.of(LogicalId.asWritten(name), type, properties, options, NOWHERE));
        return resource.list().uniqueElements(Resource::logicalId).ofMaxSize(3);
    }

    private static boolean isEntry(String name) {
        return !name.startsWith("Fn::");
    }

    private static Arbitrary<ResourceOptions> options() {
        Arbitrary<LogicalId> ids = TEXTS.map(LogicalId::asWritten);
        Arbitrary<Value<String>> policies = TREES.map(TemplateArbitraries::text);
        Arbitrary<ResourceOptions.Builder> plain = Combinators.combine(
                        ids.list().ofMaxSize(3), ids.optional(), policies.optional(), policies.optional())
                .as((dependsOn, condition, deletion, replace) -> ResourceOptions.builder()
                        .addAllDependsOn(dependsOn)
                        .condition(condition)
                        .deletionPolicy(deletion)
                        .updateReplacePolicy(replace));
        return Combinators.combine(plain, TREES.optional(), MEMBERS, others())
                .as((options, creation, metadata, others) -> options.creationPolicy(creation)
                        .updatePolicy(creation)
                        .putAllMetadata(map(metadata))
                        .putAllOthers(others)
                        .build());
    }

    @SuppressWarnings("unchecked")
    private static Value<String> text(Value<?> value) {
        return (Value<String>) value;
    }

    private static Arbitrary<List<ForEach>> loops() {
        return TREES.map(argument -> ForEach.of(LogicalId.of("Loop"), argument))
                .list()
                .ofMaxSize(1);
    }

    /** What no section or attribute is called. */
    private static Arbitrary<Map<String, Value<?>>> others() {
        return Arbitraries.maps(NAMES.map(name -> "X" + name), TREES)
                .ofMaxSize(2)
                .map(LinkedHashMap::new);
    }

    private static LogicalId id(PropertyBag body) {
        return LogicalId.of("Id" + body.size());
    }

    private static Map<String, Value<?>> map(PropertyBag members) {
        Map<String, Value<?>> map = new LinkedHashMap<>();
        for (int i = 0; i < members.size(); i++) {
            map.put(members.nameAt(i), members.valueAt(i));
        }
        return map;
    }
}
