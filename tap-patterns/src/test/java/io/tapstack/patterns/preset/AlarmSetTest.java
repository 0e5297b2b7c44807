package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlarmSetTest {

    private static final AlertTopic TOPIC =
            AlertTopic.builder("Alerts").key(Stacks.KEY).build();
    private static final PrivateLambda WORKER = Stacks.function(List.of(Stacks.TABLE.update()));
    private static final SecureRestApi API = SecureRestApi.builder("Api")
            .name("items")
            .key(Stacks.KEY)
            .addRoutes(ApiRoute.of(HttpMethod.GET, "/items", WORKER))
            .build();

    private static final AlarmKind LOST = AlarmKind.builder("orders-lost", "Orders", "Lost")
            .description("Orders are lost")
            .threshold(1)
            .build();
    private static final List<AlarmSpec> EXTRA = List.of(AlarmSpec.builder(LOST, LogicalId.of("Stream"), "orders")
            .putDimensions("Shop", Value.of("main"))
            .build());

    private static Template stack(AlarmSet alarms, Preset... watched) {
        List<Preset> presets = new ArrayList<>(List.of(
                Stacks.KEY, Stacks.NETWORK, EndpointSet.builder(Stacks.NETWORK).build(), TOPIC, alarms));
        presets.addAll(List.of(watched));
        return Stacks.of(presets.toArray(Preset[]::new));
    }

    private static AlarmSet.Builder alarms() {
        return AlarmSet.builder(TOPIC);
    }

    private static List<Resource> alarms(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals("AWS::CloudWatch::Alarm"))
                .toList();
    }

    private static List<String> ids(List<Resource> resources) {
        return resources.stream().map(resource -> resource.logicalId().name()).toList();
    }

    static List<SecureProperty> secureProperties() {
        return List.of(
                new SecureProperty("WorkerErrorsAlarm", "TreatMissingData", "\"notBreaching\""),
                new SecureProperty("WorkerErrorsAlarm", "AlarmActions", "[{Ref: \"Alerts\"}]"),
                new SecureProperty("WorkerErrorsAlarm", "Threshold", "1"),
                new SecureProperty("WorkerErrorsAlarm", "AlarmName", "{Fn::Sub: \"lambda-errors-${Suffix}-worker\"}"),
                new SecureProperty("WorkerDurationAlarm", "Threshold", "48000"),
                new SecureProperty("WorkerDurationAlarm", "Statistic", "\"Maximum\""),
                new SecureProperty(
                        "QueueBacklogAlarm",
                        "Dimensions",
                        "[Dimension{Name: \"QueueName\", Value: {Fn::GetAtt: [\"Queue\", \"QueueName\"]}}]"),
                new SecureProperty(
                        "ApiServerErrorsAlarm", "AlarmName", "{Fn::Sub: \"api-errors-${Suffix}-items-5xx\"}"),
                new SecureProperty(
                        "ApiServerErrorsAlarm",
                        "Dimensions",
                        "[Dimension{Name: \"ApiName\", Value: {Fn::Sub: \"items-${Suffix}\"}},"
                                + " Dimension{Name: \"Stage\", Value: \"prod\"}]"),
                new SecureProperty("ApiLatencyAlarm", "ExtendedStatistic", "\"p99\""),
                new SecureProperty(
                        "TableSystemErrorsAlarm",
                        "Dimensions",
                        "[Dimension{Name: \"TableName\", Value: {Ref: \"Table\"}},"
                                + " Dimension{Name: \"Operation\", Value: \"UpdateItem\"}]"));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void tellsOfTrouble(SecureProperty secure) {
        Template template = stack(alarms().build(), Stacks.TABLE, Stacks.QUEUE, WORKER, API);

        secure.demandOf(template);
        secure.missIn(template);
    }

    @Test
    void everyPresetSaysWhatMakesSenseForIt() {
        Template template = stack(alarms().build(), Stacks.TABLE, Stacks.STREAM, Stacks.QUEUE, WORKER, API);

        assertThat(ids(alarms(template)))
                .containsExactly(
                        "TableReadThrottlesAlarm",
                        "TableWriteThrottlesAlarm",
                        "TableSystemErrorsAlarm",
                        "StreamWriteThrottlesAlarm",
                        "StreamIteratorAgeAlarm",
                        "QueueBacklogAlarm",
                        "WorkerErrorsAlarm",
                        "WorkerThrottlesAlarm",
                        "WorkerDurationAlarm",
                        "ApiServerErrorsAlarm",
                        "ApiClientErrorsAlarm",
                        "ApiLatencyAlarm");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void aQueueIsWatchedForWhatItIsFor() {
        EncryptedQueue dead = EncryptedQueue.builder("Dead").key(Stacks.KEY).build();
        EncryptedQueue orders = EncryptedQueue.builder("Orders")
                .key(Stacks.KEY)
                .deadLetterQueue(dead)
                .build();
        Template template = stack(alarms().build(), orders, dead);

        assertThat(ids(alarms(template))).containsExactly("OrdersAgeAlarm", "DeadBacklogAlarm");
    }

    @Test
    void errorsOfATableAreAddedUpOverTheOperationsThatAnybodyMayCall() {
        PrivateLambda writer = Stacks.function(List.of(Stacks.TABLE.update(), Stacks.TABLE.read()));
        Template template = stack(alarms().build(), Stacks.TABLE, Stacks.QUEUE, writer);

        assertThat(Stacks.resource(template, "TableSystemErrorsAlarm"))
                .contains("SUM(METRICS())", "Value: \"GetItem\"", "Value: \"UpdateItem\"")
                .doesNotContain("PutItem", "Period: 300, Dimensions");
        assertThat(ids(alarms(stack(alarms().build(), Stacks.TABLE)))).doesNotContain("TableSystemErrorsAlarm");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void thresholdsCanBeSetAndOnlyOfAlarmsThatThereAre() {
        Template template = stack(
                alarms().putThresholds(AlarmKinds.STREAM_WRITE_THROTTLES, 7.5)
                        .tellsRecovery(true)
                        .build(),
                Stacks.STREAM);

        assertThat(Stacks.resource(template, "StreamWriteThrottlesAlarm"))
                .contains("Threshold: 7.5", "OKActions: [{Ref: \"Alerts\"}]");
        AlarmSet ofNothing =
                alarms().putThresholds(AlarmKinds.FUNCTION_ERRORS, 5.0).build();
        assertThatIllegalStateException()
                .isThrownBy(() -> stack(ofNothing, Stacks.STREAM))
                .withMessageContaining("thresholds: ")
                .withMessageContaining("lambda-errors");
    }

    @Test
    void namesMayStartWithThatOfTheStack() {
        Template template = stack(alarms().namePrefix("payments-").build(), Stacks.STREAM);

        assertThat(Stacks.resource(template, "StreamIteratorAgeAlarm"))
                .contains("payments-stream-iterator-age-${Suffix}-events");
        assertThat(Stacks.resource(template, "AlertsPolicy"))
                .contains("alarm:payments-stream-iterator-age-${Suffix}-events");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> alarms().namePrefix("a b").build())
                .withMessageContaining("namePrefix: a b");
    }

    @Test
    void anAlarmMayBeOfAnyKind() {
        Template template = stack(alarms().addAllExtras(EXTRA).build(), Stacks.STREAM);

        assertThat(Stacks.resource(template, "StreamLostAlarm")).contains("Namespace: \"Orders\"", "\"Shop\"");
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        AlarmSpec.builder(LOST, LogicalId.of("Stream"), "x").build())
                .withMessageContaining("dimensions: StreamLostAlarm");
        assertThatIllegalStateException()
                .isThrownBy(() -> AlarmKind.builder("f", "n", "m")
                        .description("d")
                        .datapointsToAlarm(2)
                        .build())
                .withMessageContaining("datapointsToAlarm: 2 of 1");
    }

    @Test
    void anEventBecomesARuleThatPublishes() {
        EventAlert alert = EventAlert.builder("Found", "found")
                .description("Something was found")
                .putPattern("source", List.of("test"))
                .build();
        Template template = stack(alarms().addExtraEvents(alert).build());

        assertThat(Stacks.resource(template, "Found"))
                .contains("EventPattern: {source: [\"test\"]}", "Arn: {Ref: \"Alerts\"}", "found-${Suffix}");
        assertThat(template.resource(LogicalId.of("Found"))
                        .orElseThrow()
                        .options()
                        .dependsOn())
                .containsExactly(LogicalId.of("AlertsPolicy"));
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    /** Whatever is watched: just the alarms of the stack may publish, and all of them do. */
    @Property(tries = 40)
    void theTopicKnowsJustItsAlarms(@ForAll("watched") List<Preset> watched) {
        demandThatTheTopicKnowsThem(stack(alarms().build(), watched.toArray(Preset[]::new)));
    }

    /** The proof that it looks: an alarm that is gone, or that tells nobody, is missed. */
    @Property(tries = 40)
    void anAlarmThatIsGoneOrSilentIsMissed(@ForAll("watched") List<Preset> watched, @ForAll boolean gone) {
        Template template = stack(alarms().addAllExtras(EXTRA).build(), watched.toArray(Preset[]::new));
        List<Resource> resources = new ArrayList<>();
        for (Resource resource : template.resources()) {
            if (!resource.logicalId().name().equals("StreamLostAlarm")) {
                resources.add(resource);
            } else if (!gone) {
                resources.add(resource.withProperties(resource.properties().without("AlarmActions")));
            }
        }
        Template weakened = template.toBuilder().resources(resources).build();

        demandThatTheTopicKnowsThem(template);
        assertThatThrownBy(() -> demandThatTheTopicKnowsThem(weakened)).isInstanceOf(AssertionError.class);
    }

    private static void demandThatTheTopicKnowsThem(Template template) {
        List<String> named = new ArrayList<>();
        for (Resource alarm : alarms(template)) {
            assertThat(String.valueOf(alarm.properties().find("AlarmActions"))).isEqualTo("[{Ref: \"Alerts\"}]");
            String name = String.valueOf(alarm.properties().find("AlarmName"));
            named.add(name.substring(name.indexOf('"') + 1, name.lastIndexOf('"')));
        }
        String policy = Stacks.resource(template, "AlertsPolicy");
        assertThat(policy.split(":alarm:", -1)).hasSize(named.size() + 1);
        for (String name : named) {
            assertThat(policy).contains(":alarm:" + name + "\"");
        }
    }

    @Provide
    Arbitrary<List<Preset>> watched() {
        return Arbitraries.subsetOf(Stacks.TABLE, Stacks.STREAM, Stacks.QUEUE, WORKER, API)
                .map(List::copyOf);
    }
}
