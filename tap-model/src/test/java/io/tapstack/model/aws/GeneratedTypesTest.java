package io.tapstack.model.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.aws.dynamodb.Table;
import io.tapstack.model.facts.AttributeFacts;
import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.JavaNames;
import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.UnionType;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.PropertyObject;
import io.tapstack.model.value.Value;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds all generated classes against the facts: none is missing, none too much, none poorer than the facts. */
class GeneratedTypesTest {

    private static final CloudFormationFacts FACTS = CloudFormationFacts.bundled();

    /** What the facts know of each class, by the class's name. */
    private static final Map<String, Shape> SHAPES = new TreeMap<>();

    @BeforeAll
    static void name() {
        for (String typeName : FACTS.typeNames()) {
            ResourceFacts resource = FACTS.resource(typeName).orElseThrow();
            SHAPES.put(JavaNames.servicePackage(typeName) + '.' + JavaNames.resourceClass(typeName), resource);
            resource.types()
                    .forEach(type -> SHAPES.put(
                            JavaNames.propertyPackage(typeName) + '.' + JavaNames.className(type.name()), type));
        }
    }

    @Test
    void everyResourceTypeHasAClassOfItsOwn() {
        List<String> typeNames = new ArrayList<>();
        SHAPES.forEach((className, shape) -> {
            if (load(className).getSuperclass() == Resource.class) {
                typeNames.add(shape.name());
            }
        });

        assertThat(typeNames).containsExactlyInAnyOrderElementsOf(FACTS.typeNames());
        assertThat(typeNames).hasSizeGreaterThanOrEqualTo(1_880);
    }

    @Test
    void everyPropertyTypeHasAClassOfItsOwn() {
        int expected = 0;
        for (String typeName : FACTS.typeNames()) {
            expected += FACTS.resource(typeName).orElseThrow().types().size();
        }
        long found = SHAPES.keySet().stream()
                .filter(className -> load(className).getSuperclass() == PropertyObject.class)
                .count();

        assertThat(found).isEqualTo(expected).isGreaterThan(9_500);
    }

    @Test
    void thereIsNoOtherGeneratedClass() throws IOException, URISyntaxException {
        Path root = Path.of(
                Table.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        TreeSet<String> found = new TreeSet<>();
        for (String vendor : List.of("aws", "alexa")) {
            try (Stream<Path> files =
                    Files.walk(root.resolve("io/tapstack/model").resolve(vendor))) {
                files.map(file -> root.relativize(file).toString().replace('\\', '/'))
                        .filter(file -> file.endsWith(".class"))
                        .filter(file -> !file.endsWith("$Builder.class") && !file.endsWith("package-info.class"))
                        .forEach(file ->
                                found.add(file.substring(0, file.length() - 6).replace('/', '.')));
            }
        }

        assertThat(found).isEqualTo(new TreeSet<>(SHAPES.keySet()));
    }

    @Test
    void noTwoClassesDifferInCaseOnly() {
        TreeMap<String, Shape> caseless = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        caseless.putAll(SHAPES);

        assertThat(caseless).hasSameSizeAs(SHAPES);
    }

    @Test
    void everyPropertyHasAGetterAndABuilderMethod() {
        SHAPES.forEach((className, shape) -> {
            Class<?> type = load(className);
            long builderMethods = Arrays.stream(load(className + "$Builder").getDeclaredMethods())
                    .filter(method -> !method.isBridge())
                    .map(Method::getName)
                    .filter(name -> !name.equals("build"))
                    .distinct()
                    .count();

            assertThat(getters(type)).as(className).hasSameSizeAs(shape.properties());
            assertThat(builderMethods)
                    .as(className)
                    .isEqualTo(shape.properties().size());
        });
    }

    @Test
    void everyAttributeHasAMethod() {
        SHAPES.forEach((className, shape) -> {
            if (shape instanceof ResourceFacts resource) {
                long expected = resource.attributes().stream()
                        .map(AttributeFacts::name)
                        .filter(name -> !name.equals("*"))
                        .count();
                long found = Arrays.stream(load(className).getDeclaredMethods())
                        .filter(method -> method.getReturnType() == GetAtt.class)
                        .count();
                assertThat(found).as(className).isEqualTo(expected);
            }
        });
    }

    @Test
    void untypedIsOnlyWhatTheFactsLeaveOpen() {
        int untyped = 0;
        int all = 0;
        for (Map.Entry<String, Shape> entry : SHAPES.entrySet()) {
            List<PropertyFacts> properties = entry.getValue().properties();
            long open = properties.stream()
                    .filter(property -> isOpen(property.type()))
                    .count();
            long found = getters(load(entry.getKey())).stream()
                    .filter(getter ->
                            getter.getGenericReturnType().getTypeName().contains("java.lang.Object"))
                    .count();
            assertThat(found).as(entry.getKey()).isEqualTo(open);
            untyped += (int) open;
            all += properties.size();
        }

        assertThat(untyped * 100.0 / all).isLessThan(2.0);
    }

    private static boolean isOpen(PropertyType type) {
        if (type instanceof ListType list) {
            return isOpen(list.element());
        }
        if (type instanceof MapType map) {
            return isOpen(map.element());
        }
        return type == PrimitiveType.JSON || type instanceof UnionType;
    }

    /** The methods that give an {@code Optional<Value<…>>}. */
    private static List<Method> getters(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getReturnType() == Optional.class)
                .filter(method -> valueIn(method.getGenericReturnType()) == Value.class)
                .toList();
    }

    private static Type valueIn(Type optional) {
        Type content = ((ParameterizedType) optional).getActualTypeArguments()[0];
        return content instanceof ParameterizedType generic ? generic.getRawType() : content;
    }

    private static Class<?> load(String className) {
        try {
            return Class.forName(className, false, GeneratedTypesTest.class.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class " + className, e);
        }
    }
}
