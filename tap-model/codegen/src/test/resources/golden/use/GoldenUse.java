package use;

import io.tapstack.model.aws.trap.Everything;
import io.tapstack.model.aws.trap.Package;
import io.tapstack.model.aws.trap.everything.Recursive;
import io.tapstack.model.aws.trap.package_.Builder_;
import io.tapstack.model.aws.trap.package_.CASE;
import io.tapstack.model.aws.trap.package_.Case2;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Tag;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.If;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Split;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;

/** Uses the golden classes as one ordinarily would; each method returns what it built. */
public final class GoldenUse {

    private static final LogicalId IS_PROD = LogicalId.of("IsProd");
    private static final LogicalId PARAMETER = LogicalId.of("Parameter");

    private GoldenUse() {}

    /** Every overload once or more, with literals, objects and functions. */
    public static String overloads() {
        Recursive child = Recursive.builder().build();
        Recursive parent = Recursive.builder().children(child, child.toBuilder().parent(child).build()).build();
        Ref<String> text = Ref.to(PARAMETER);
        Ref<List<String>> texts = Ref.to(PARAMETER);
        StringBuilder out = new StringBuilder();
        print(out, start().build());
        print(out, start().stringValue(text).time("2026-01-01T00:00:00Z").lowerCase(Everything.LOWER_CASE_A_B).build());
        print(out, start().stringValue(Ref.to(PARAMETER)).time(If.orNoValue(IS_PROD, text)).build());
        print(out, start().ipv6Count(1).longValue(1L).longValue(2).numberValue(1).numberValue(0.5).booleanValue(true).build());
        print(out, start().ipv6Count(FindInMap.of(PARAMETER, PseudoParameter.REGION, text)).longValue(Value.of(3L)).build());
        print(out, start().integerOrString(1).build());
        print(out, start().integerOrString("1").unionOfTypes(false).jsonOrString("{}").build());
        print(out, start().integerOrString(text).unionOfTypes(child).jsonOrString(Map.of("A", 1)).build());
        print(out, start().jsonValue(Map.of("A", List.of(1, text))).build());
        print(out, start().jsonValue(Value.json(List.of(1))).build());
        print(out, start().sseSpecification(child).build());
        print(out, start().sseSpecification(If.of(IS_PROD, parent, child)).build());
        print(out, start().sseSpecification(If.of(IS_PROD, parent, PseudoParameter.noValue())).build());
        print(out, start().listOfStrings("a").build());
        print(out, start().listOfStrings("a", "b").build());
        print(out, start().listOfStrings(text).build());
        print(out, start().listOfStrings(text, Value.of("b")).build());
        print(out, start().listOfStrings(If.of(IS_PROD, text, Value.of("b"))).build());
        print(out, start().listOfStrings(Select.of(0, texts), If.orNoValue(IS_PROD, text)).build());
        print(out, start().listOfStrings(texts).build());
        print(out, start().listOfStrings(Split.of(",", text)).build());
        print(out, start().listOfStrings(If.of(IS_PROD, texts, Value.strings("a", "b"))).build());
        print(out, start().listOfStrings(Value.list(text, Value.of("b"))).build());
        print(out, start().listOfTypes(child).build());
        print(out, start().listOfTypes(child, If.orNoValue(IS_PROD, parent)).build());
        print(out, start().listOfTypes(Value.list(child, parent)).listOfTypes().build());
        print(out, start().listOfTypes(If.of(IS_PROD, Value.list(child), Value.list(List.of(child, parent)))).build());
        print(out, start().listOfIntegers(Value.of(1), Value.of(2)).build());
        print(out, start().listOfLists(Value.strings("a"), texts).build());
        print(out, start().listOfJson(List.of(Map.of("A", 1), 2)).build());
        print(out, start().listOfJson(Value.json(Map.of("A", 1)), text).build());
        print(out, start().listOfUnions(List.of("a")).build());
        print(out, start().listOfUnions(child, text).build());
        print(out, start().listOfUnions(texts).build());
        print(out, start().listOfMaps(List.of(Map.of("A", 1))).build());
        print(out, start().mapOfStrings(Map.of("B", text, "A", text)).build());
        print(out, start().mapOfStrings(Map.of("A", Value.of("a"))).mapOfTypes(Map.of("C", child)).build());
        print(out, start().mapOfStrings(Value.map(Map.of("A", Value.of("a")))).build());
        print(out, start().mapOfLists(Map.of("A", Value.strings("a"))).build());
        print(out, start().mapOfMaps(Map.of("A", Value.map(Map.of("B", child)))).build());
        print(out, start().mapOfJson(Map.of("A", 1)).build());
        print(out, start().mapOfOpenLists(Map.of("A", List.of(1))).build());
        print(out, start().tags(Tag.of("a", "b"), Tag.of("c", text)).tag(Tag.of("d", "e")).build());
        print(out, start().tags(If.orNoValue(IS_PROD, Tag.of("a", "b"))).build());
        print(out, start().property("NotKnownYet", Value.of(1)).build());
        return out.toString();
    }

    /** Properties whose names clash with Java's or the library's. */
    public static String clashes() {
        StringBuilder out = new StringBuilder();
        Package all = Package.builder("Clashes")
                .options(options -> options.condition(IS_PROD))
                .buildProperty("build")
                .builder(Builder_.builder().value("builder").build())
                .classProperty("class")
                .classPropertyProperty("classProperty")
                .condition("a property, not the condition of the resource")
                .equalsProperty("equals")
                .object(io.tapstack.model.aws.trap.package_.Object.builder().defaultProperty("d").getClassProperty("c").build())
                .optionsProperty(Map.of("Options", Value.of("options")))
                .packageProperty(io.tapstack.model.aws.trap.package_.Package.builder()
                        .packageProperty(io.tapstack.model.aws.trap.package_.Package.from(PropertyBag.empty()))
                        .build())
                .property("Open", Value.of("open"))
                .propertyProperty("property")
                .tag(io.tapstack.model.aws.trap.package_.Tag.builder().key("k").build())
                .tags(Tag.of("k", "v"))
                .type(Package.TYPE_A)
                .typeProperty(Package.TYPE_A_2)
                .defaultProperty("default")
                .enumProperty("enum")
                .build();
        print(out, all);
        out.append(all.options()).append('\n');
        out.append(all.getType()).append(all.getTypeProperty()).append(all.getClassProperty()).append('\n');
        out.append(CASE.builder().other(Case2.builder().other(CASE.from(PropertyBag.empty())).build()).build()).append('\n');
        return out.toString();
    }

    /** All attributes. */
    public static String attributes() {
        Package clashes = Package.builder("Clashes").build();
        Everything all = Everything.from(start().build());
        List<Object> attributes = List.of(
                all.arn(),
                all.endpointPort(),
                all.endpoints(),
                all.nested(),
                all.outputs(),
                all.outputs("Name"),
                clashes.certificateAuthorityData(),
                clashes.certificateAuthorityDataAttribute(),
                clashes.classAttribute(),
                clashes.defaultAttribute(),
                clashes.hashCodeAttribute(),
                clashes.logicalIdAttribute(),
                clashes.propertiesAttribute(),
                clashes.refAttribute(),
                clashes.toBuilderAttribute());
        StringBuilder out = new StringBuilder();
        attributes.forEach(attribute -> out.append(attribute).append('\n'));
        return out.toString();
    }

    private static Everything.Builder start() {
        return Everything.builder("All").listOfStrings("x").enumerated(Everything.ENUMERATED_1_2);
    }

    private static void print(StringBuilder out, Resource resource) {
        out.append(resource.properties().without("Enumerated")).append('\n');
    }
}
