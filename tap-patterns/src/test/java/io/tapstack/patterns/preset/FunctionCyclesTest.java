package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.rule.pack.RulePacks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Role, key, stores, policy, function, triggers: whoever calls whom and whatever feeds whom, the order has no cycle. */
class FunctionCyclesTest {

    private static final List<String> NAMES = List.of("Alpha", "Beta");

    private static final EncryptedQueue ORDERS = EncryptedQueue.builder("Orders")
            .deadLetterQueue(Stacks.QUEUE)
            .key(Stacks.KEY)
            .build();

    /** What a function of a random stack is fed by or may do. */
    enum Trait {
        QUEUE,
        STREAM,
        SCHEDULE,
        UPLOADS,
        DIRECT_UPLOADS,
        READS_OTHERS_UPLOADS,
        CALLS_THE_OTHER,
        KNOWS_EVERY_NAME,
        WRITES_THE_TABLE,
        SENDS_TO_ITS_SOURCE
    }

    @Property(tries = 150)
    void anyTwoFunctionsGiveASoundTemplate(@ForAll Set<Trait> alpha, @ForAll Set<Trait> beta) {
        assertThat(findings(stack(alpha, beta))).isEmpty();
    }

    /** With one reference instead of a name, functions that call each other are a cycle, and it is seen. */
    @Property(tries = 20)
    void aReferenceInsteadOfANameWouldBeSeen(@ForAll Set<Trait> beta) {
        Template template = stack(Set.of(), beta);
        List<Resource> resources = new ArrayList<>(template.resources());
        resources.replaceAll(resource -> switch (resource.logicalId().name()) {
            case "Alpha" -> environment(resource, "Beta");
            case "Beta" -> environment(resource, "Alpha");
            default -> resource;
        });

        assertThat(findings(template.toBuilder().resources(resources).build()))
                .anyMatch(finding -> finding.ruleId().equals("CircularDependency"));
    }

    private static Resource environment(Resource function, String other) {
        return function.withProperties(function.properties()
                .with(
                        "Environment",
                        Value.json(
                                Map.of("Variables", Map.of("OTHER", bare(other).ref())))));
    }

    private static List<Finding> findings(Template template) {
        return RulePacks.validator(RulePacks.all()).validate(template).findings();
    }

    private static Template stack(Set<Trait> alpha, Set<Trait> beta) {
        return Stacks.of(
                Stacks.KEY,
                Stacks.NETWORK,
                EndpointSet.builder(Stacks.NETWORK).build(),
                Stacks.TABLE,
                Stacks.STREAM,
                Stacks.QUEUE,
                ORDERS,
                bucket("Alpha"),
                bucket("Beta"),
                function("Alpha", "Beta", alpha),
                function("Beta", "Alpha", beta));
    }

    private static EncryptedBucket bucket(String owner) {
        return EncryptedBucket.builder(owner + "Bucket").key(Stacks.KEY).build();
    }

    private static PrivateLambda bare(String logicalId) {
        return Stacks.function(List.of()).toBuilder()
                .logicalId(LogicalId.of(logicalId))
                .idPrefix(logicalId)
                .name(Names.of(LogicalId.of(logicalId)))
                .build();
    }

    private static PrivateLambda function(String own, String other, Set<Trait> traits) {
        PrivateLambda.Builder function = bare(own).toBuilder();
        if (traits.contains(Trait.QUEUE)) {
            function.addEventSources(EventSource.queue(ORDERS));
        }
        if (traits.contains(Trait.STREAM)) {
            function.addEventSources(EventSource.stream(Stacks.STREAM));
        }
        if (traits.contains(Trait.SCHEDULE)) {
            function.addEventSources(EventSource.schedule("rate(1 hour)"));
        }
        if (traits.contains(Trait.UPLOADS)) {
            function.addEventSources(EventSource.bucket(bucket(own), "bridged/"));
        }
        if (traits.contains(Trait.DIRECT_UPLOADS)) {
            function.addEventSources(BucketSource.builder(bucket(own), "direct/")
                    .delivery(BucketSource.Delivery.DIRECT)
                    .build());
        }
        if (traits.contains(Trait.KNOWS_EVERY_NAME)) {
            function.code("import os\n\nNAMES = dict(os.environ)\n\n\ndef handler(event, context):\n    return None\n");
            for (String name : NAMES) {
                function.putEnvironment(name + "_FUNCTION", bare(name).ref());
                function.putEnvironment(name + "_BUCKET", bucket(name).ref());
            }
        }
        return function.accesses(accesses(own, other, traits)).build();
    }

    private static List<Access> accesses(String own, String other, Set<Trait> traits) {
        List<Access> accesses = new ArrayList<>();
        if (traits.contains(Trait.READS_OTHERS_UPLOADS)) {
            accesses.add(bucket(other).objects("direct/").read());
            accesses.add(bucket(own).objects("done/").write());
        }
        if (traits.contains(Trait.CALLS_THE_OTHER)) {
            accesses.add(bare(other).invoke());
        }
        if (traits.contains(Trait.WRITES_THE_TABLE)) {
            accesses.add(Stacks.TABLE.readWrite());
        }
        if (traits.contains(Trait.SENDS_TO_ITS_SOURCE)) {
            accesses.add(ORDERS.send());
        }
        return accesses;
    }
}
