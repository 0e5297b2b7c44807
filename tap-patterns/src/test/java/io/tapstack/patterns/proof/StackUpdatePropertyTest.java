package io.tapstack.patterns.proof;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Random templates and what becomes of them: what is said of an update must hold for every choice of parameters, when all values are
 * worked out.
 */
class StackUpdatePropertyTest {

    private static final int RESOURCES = 4;
    private static final List<String> TYPES = List.of(
            "AWS::DynamoDB::Table TableName BillingMode",
            "AWS::SNS::Topic TopicName DisplayName",
            "AWS::SQS::Queue QueueName KmsMasterKeyId");
    private static final List<Map<String, String>> CHOICES = List.of(
            Map.of("P", "a", "Q", "a"),
            Map.of("P", "a", "Q", "b"),
            Map.of("P", "b", "Q", "a"),
            Map.of("P", "b", "Q", "b"));

    @Property(tries = 2_000)
    void whatHappensIsSaidAndWhatIsSaidForSureHappens(@ForAll("updates") Tuple2<Template, Template> update) {
        Template before = update.get1();
        Template after = update.get2();
        StackUpdate said = StackUpdate.between(before, after);
        for (Map<String, String> choice : CHOICES) {
            Optional<Map<String, Fate>> played = Played.of(before, after, choice);
            played.ifPresent(fates -> compare(said, fates, before, after));
        }
    }

    private static void compare(StackUpdate said, Map<String, Fate> played, Template before, Template after) {
        Set<String> names = new TreeSet<>(played.keySet());
        said.resources().forEach(one -> names.add(one.resource().logicalId().name()));
        for (String name : names) {
            Optional<ResourceUpdate> update = find(said, name);
            Fate happened = played.getOrDefault(name, Fate.UNTOUCHED);
            boolean there = there(before, name) && there(after, name);
            if (happened != Fate.UNTOUCHED) {
                assertThat(update).as(name + " " + happened).isPresent();
                assertThat(update.get().effects())
                        .as(name + " " + happened + " in " + update.get().effects())
                        .anyMatch(effect -> effect.fate() == happened
                                || happened == Fate.UPDATED && effect.fate() == Fate.REPLACED);
            }
            update.ifPresent(one -> {
                for (Effect effect : one.effects()) {
                    if (effect.certain() && effect.fate() != Fate.UNTOUCHED) {
                        assertThat(happened)
                                .as(name + ": " + effect)
                                .isIn(effect.fate(), effect.fate() == Fate.UPDATED ? Fate.REPLACED : effect.fate());
                    }
                }
                boolean gone = happened == Fate.REMOVED || happened == Fate.REPLACED;
                if (gone && !isKept(one, happened, there)) {
                    assertThat(one.dataLoss()).as(name + " loses data").isNotEqualTo(DataLoss.NONE);
                }
                if (one.dataLoss() == DataLoss.CERTAIN) {
                    assertThat(gone && !isKept(one, happened, there))
                            .as(name + " loses data for sure")
                            .isTrue();
                }
            });
        }
    }

    private static boolean there(Template template, String name) {
        return template.resources().stream()
                .anyMatch(resource -> resource.logicalId().name().equals(name));
    }

    /** Whether a policy, or having none, keeps the data of a resource that goes. */
    private static boolean isKept(ResourceUpdate update, Fate fate, boolean there) {
        Resource before = update.before().orElseThrow();
        boolean holdsData = CloudFormationFacts.bundled()
                .resource(before.resourceType())
                .orElseThrow()
                .stateful();
        List<Resource> asked = new ArrayList<>(List.of(before));
        if (there) {
            asked.add(update.after().orElseThrow());
        }
        return !holdsData
                || asked.stream().allMatch(resource -> {
                    Optional<Value<String>> policy = fate == Fate.REMOVED
                            ? resource.options().deletionPolicy()
                            : resource.options().updateReplacePolicy();
                    return policy.filter(Literal.of("Retain")::equals).isPresent();
                });
    }

    private static Optional<ResourceUpdate> find(StackUpdate update, String name) {
        return update.resources().stream()
                .filter(one -> one.resource().logicalId().name().equals(name))
                .findFirst();
    }

    @Property(tries = 300)
    void aTemplateIsTheSameAsItself(@ForAll("updates") Tuple2<Template, Template> update) {
        Template template = update.get1();
        List<Resource> reversed = new ArrayList<>(template.resources());
        Collections.reverse(reversed);
        Template turned = template.toBuilder().resources(reversed).build();
        assertThat(StackUpdate.between(template, template).isSame()).isTrue();
        assertThat(StackUpdate.between(template, turned).resources())
                .flatExtracting(ResourceUpdate::effects)
                .isEmpty();
        assertThat(StackUpdate.between(template, turned).declarations()).isEmpty();
        assertThat(StackUpdate.between(template, turned).isSame()).isTrue();
    }

    @Property(tries = 300)
    void theWayBackRemovesWhatWasAdded(@ForAll("updates") Tuple2<Template, Template> update) {
        assertThat(names(StackUpdate.between(update.get1(), update.get2()), Fate.ADDED, Fate.REMOVED))
                .isEqualTo(names(StackUpdate.between(update.get2(), update.get1()), Fate.REMOVED, Fate.ADDED));
    }

    private static List<String> names(StackUpdate update, Fate first, Fate second) {
        List<String> names = new ArrayList<>();
        for (Fate fate : List.of(first, second)) {
            update.resources().stream()
                    .filter(one -> one.effects().stream().anyMatch(effect -> effect.fate() == fate))
                    .map(one -> one.resource().logicalId() + " " + (fate == first ? 1 : 2))
                    .sorted()
                    .forEach(names::add);
        }
        return names;
    }

    /** Two templates; much of the second is as in the first. */
    @Provide
    Arbitrary<Tuple2<Template, Template>> updates() {
        Arbitrary<List<String>> parts = parts();
        Arbitrary<List<Boolean>> same = Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false))
                .list()
                .ofSize(3 + RESOURCES);
        return Combinators.combine(parts, parts, same).as((first, other, kept) -> {
            List<String> second = new ArrayList<>();
            for (int i = 0; i < first.size(); i++) {
                second.add(kept.get(i) ? first.get(i) : other.get(i));
            }
            return Tuple.of(template(first), template(second));
        });
    }

    private static Template template(List<String> parts) {
        StringBuilder text = new StringBuilder(
                "Parameters:\n"
                        + "  P: {Type: String, AllowedValues: [a, b]}\n  Q: {Type: String, AllowedValues: [a, b]}\nConditions:\n");
        text.append(parts.get(0)).append(parts.get(1));
        text.append("Mappings:\n  M:\n").append(parts.get(2)).append("Resources:\n");
        parts.subList(3, parts.size()).forEach(text::append);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        return TemplateReader.standard().read("t.yml", bytes).template().orElseThrow(() -> new AssertionError(text));
    }

    private static Arbitrary<List<String>> parts() {
        List<Arbitrary<String>> parts = new ArrayList<>();
        parts.add(test().map(test -> "  C: " + test + "\n"));
        parts.add(Arbitraries.oneOf(
                        test(),
                        test().map(test -> "!Or [!Condition C, " + test + "]"),
                        test().map(test -> "!And [!Condition C, " + test + "]"),
                        Arbitraries.just("!Not [!Condition C]"))
                .map(test -> "  D: " + test + "\n"));
        parts.add(
                Combinators.combine(letter(), letter()).as((a, b) -> "    a: {v: " + a + "}\n    b: {v: " + b + "}\n"));
        for (int i = 0; i < RESOURCES; i++) {
            parts.add(resource(i));
        }
        return Combinators.combine(parts).as(list -> list);
    }

    private static Arbitrary<String> letter() {
        return Arbitraries.of("a", "b", "c");
    }

    private static Arbitrary<String> test() {
        return Combinators.combine(Arbitraries.of("P", "Q"), letter())
                .as((parameter, value) -> "!Equals [!Ref " + parameter + ", " + value + "]");
    }

    /** A resource, or none. */
    private static Arbitrary<String> resource(int number) {
        Arbitrary<String> whole = Combinators.combine(
                        value(number, 2),
                        value(number, 2),
                        Arbitraries.of("", "", ", Condition: C", ", Condition: D"),
                        Arbitraries.of("", ", DeletionPolicy: Retain", ", DeletionPolicy: Delete"),
                        Arbitraries.of("", ", UpdateReplacePolicy: Retain"))
                .as((first, second, condition, deletion, replace) -> {
                    String[] words = TYPES.get(number % TYPES.size()).split(" ", -1);
                    return "  R" + number + ": {Type: " + words[0] + ", Properties: {" + words[1] + ": " + first + ", "
                            + words[2] + ": " + second + "}" + condition + deletion + replace + "}\n";
                });
        return number == 0 ? whole : Arbitraries.frequencyOf(Tuple.of(6, whole), Tuple.of(1, Arbitraries.just("")));
    }

    private static Arbitrary<String> value(int number, int depth) {
        List<Arbitrary<String>> kinds = new ArrayList<>();
        kinds.add(letter());
        kinds.add(
                Arbitraries.of("!Ref P", "!Ref Q", "!Sub 'x-${P}'", "!Sub 'x-${Q}-${P}'", "!Join ['-', [x, !Ref P]]"));
        kinds.add(Arbitraries.of("!FindInMap [M, !Ref P, v]", "!FindInMap [M, a, v]", "!FindInMap [M, b, v]"));
        if (number > 0) {
            kinds.add(Arbitraries.integers().between(0, number - 1).flatMap(other -> {
                String name = "R" + other;
                return Arbitraries.of("!Ref " + name, "!GetAtt " + name + ".Arn", "!Sub '${" + name + "}-${P}'");
            }));
        }
        if (depth > 0) {
            Arbitrary<String> inner = Arbitraries.frequencyOf(
                    Tuple.of(4, Arbitraries.lazy(() -> value(number, depth - 1))),
                    Tuple.of(1, Arbitraries.just("!Ref AWS::NoValue")));
            kinds.add(Combinators.combine(Arbitraries.of("C", "D"), inner, inner)
                    .as((condition, yes, no) -> "!If [" + condition + ", " + yes + ", " + no + "]"));
        }
        return Arbitraries.oneOf(kinds);
    }
}
