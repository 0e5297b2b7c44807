package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.model.value.LogicalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlertTopicTest {

    private static final AlertTopic TOPIC = topic().build();
    private static final String TOPIC_ARN =
            "arn:${AWS::Partition}:sns:${AWS::Region}:${AWS::AccountId}:alerts-${Suffix}";

    private static AlertTopic.Builder topic() {
        return AlertTopic.builder("Alerts").key(Stacks.KEY);
    }

    static List<SecureProperty> secureProperties() {
        return List.of(
                new SecureProperty("Alerts", "KmsMasterKeyId", "{Fn::GetAtt: [\"Key\", \"Arn\"]}"),
                new SecureProperty("Alerts", "SignatureVersion", "\"2\""));
    }

    @ParameterizedTest
    @MethodSource("secureProperties")
    void isSecureByDefault(SecureProperty secure) {
        Template template = Stacks.of(Stacks.KEY, TOPIC);

        secure.demandOf(template);
        secure.missIn(template);
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void nobodyMayPublishWithoutTlsAndNoServiceThatDoesNot() {
        Template template = Stacks.of(Stacks.KEY, TOPIC);

        assertThat(Stacks.json(template, "AlertsPolicy"))
                .contains("\"Effect\":\"Deny\"", "\"aws:SecureTransport\":\"false\"")
                .doesNotContain("\"Allow\"", "amazonaws.com");
        assertThat(Stacks.json(template, "Key"))
                .contains("sns.${AWS::Region}")
                .doesNotContain("cloudwatch.amazonaws.com", "events.amazonaws.com");
    }

    @Test
    void alarmsMayPublishOnceThereAreAny() {
        Template template = Stacks.of(
                Stacks.KEY, Stacks.STREAM, TOPIC, AlarmSet.builder(TOPIC).build());

        assertThat(Stacks.json(template, "AlertsPolicy"))
                .contains("cloudwatch.amazonaws.com", "aws:SourceAccount", "\"ArnEquals\":{\"aws:SourceArn\":[")
                .contains("alarm:stream-throttles-${Suffix}-events")
                .doesNotContain("alarm:*", "events.amazonaws.com");
        assertThat(Stacks.json(template, "Key"))
                .contains(
                        "cloudwatch.amazonaws.com",
                        "\"kms:EncryptionContext:aws:sns:topicArn\":{\"Fn::Sub\":\"" + TOPIC_ARN)
                .doesNotContain("events.amazonaws.com");
    }

    @Test
    void rulesMayPublishOnceThereAreAnyAndTheirKeyAsksForNothingThatTheyDoNotTell() {
        EventAlert alert = EventAlert.builder("Found", "found")
                .description("Something was found")
                .putPattern("source", List.of("test"))
                .build();
        Template template = Stacks.of(
                Stacks.KEY, TOPIC, AlarmSet.builder(TOPIC).addExtraEvents(alert).build());

        assertThat(Stacks.json(template, "AlertsPolicy"))
                .contains("events.amazonaws.com", "rule/found-${Suffix}", "aws:SourceAccount")
                .doesNotContain("cloudwatch");
        String key = Stacks.json(template, "Key");
        String statement = key.substring(key.indexOf("EventsToAlerts"));
        assertThat(statement)
                .contains("events.amazonaws.com", TOPIC_ARN)
                .doesNotContain("aws:SourceAccount", "aws:SourceArn");
    }

    @Test
    void theAddressIsAParameterThatMayStayEmpty() {
        Template template = Stacks.of(Stacks.KEY, topic().emailByParameter(true).build());

        Resource subscription =
                template.resource(LogicalId.of("AlertsEmailSubscription")).orElseThrow();
        assertThat(subscription.options().condition()).contains(LogicalId.of("HasAlertEmail"));
        assertThat(subscription.properties())
                .hasToString("{TopicArn: {Ref: \"Alerts\"}, Protocol: \"email\", Endpoint: {Ref: \"AlertEmail\"}}");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void aQueueThatSubscribesLetsTheTopicInAndSoDoesItsKey() {
        AlertTopic topic = topic().addQueues(Stacks.QUEUE).build();
        Template with = Stacks.of(Stacks.KEY, Stacks.QUEUE, topic);
        Template without = Stacks.of(Stacks.KEY, Stacks.QUEUE, TOPIC);

        assertThat(Stacks.json(with, "QueuePolicy"))
                .contains(
                        "sns.amazonaws.com",
                        "sqs:SendMessage",
                        "\"ArnEquals\":{\"aws:SourceArn\":{\"Ref\":\"Alerts\"}}");
        assertThat(Stacks.json(with, "Key")).contains("MessagesOfAlertsToQueue", "sns.amazonaws.com");
        assertThat(Stacks.json(with, "AlertsToQueueSubscription")).contains("\"Protocol\":\"sqs\"");
        assertThat(StructuralRules.validator().validate(with).findings()).isEmpty();
        assertThat(Stacks.json(without, "QueuePolicy")).doesNotContain("sns.amazonaws.com");
        assertThat(Stacks.json(without, "Key")).doesNotContain("sns.amazonaws.com\"");
    }

    /** Everything that belongs to the topic depends on one condition; nothing else does. */
    @Test
    void aParameterDecidesWhetherThereAreAlertsAtAll() {
        AlertTopic topic = topic().switchedBy("EnableAlerts")
                .emailByParameter(true)
                .addQueues(Stacks.QUEUE)
                .build();
        Template template = Stacks.of(
                Stacks.KEY,
                Stacks.QUEUE,
                topic,
                AlarmSet.builder(topic).build(),
                ThreatDetection.builder("Threat").build(),
                ComplianceMonitor.builder(Stacks.KEY).switchedBy("EnableConfig").build());

        assertThat(condition(template, "Alerts")).isEqualTo("HasAlerts");
        assertThat(condition(template, "AlertsPolicy")).isEqualTo("HasAlerts");
        assertThat(condition(template, "AlertsToQueueSubscription")).isEqualTo("HasAlerts");
        assertThat(condition(template, "QueueAgeAlarm")).isEqualTo("HasAlerts");
        assertThat(condition(template, "AlertsEmailSubscription")).isEqualTo("HasAlertEmail");
        assertThat(condition(template, "ThreatFindingRule")).isEqualTo("DetectThreatsAndHasAlerts");
        assertThat(condition(template, "AlertsEncryptedRule")).isEqualTo("HasAlertsAndWatchConfiguration");
        assertThat(template.conditions().toString()).contains("HasAlertEmail", "HasAlerts");
        assertThat(Stacks.json(template, "Key"))
                .contains(
                        "{\"Fn::If\":[\"HasAlerts\",{\"Sid\":\"AlarmsToAlerts\"",
                        "{\"Fn::If\":[\"HasAlerts\",{\"Sid\":\"MessagesOfAlertsToQueue\"");
        assertThat(Stacks.json(template, "QueuePolicy"))
                .contains("{\"Fn::If\":[\"HasAlerts\",{\"Sid\":\"MessagesOfAlerts\"");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    /** Whatever of it stood there in any case would refer to a topic that perhaps is not there, and be found. */
    @Test
    void nothingOfItMayStandThereInAnyCase() {
        AlertTopic topic = topic().switchedBy("EnableAlerts")
                .emailByParameter(true)
                .addQueues(Stacks.QUEUE)
                .build();
        Template template = Stacks.of(
                Stacks.KEY, Stacks.QUEUE, topic, AlarmSet.builder(topic).build());

        for (String id :
                List.of("AlertsPolicy", "AlertsToQueueSubscription", "AlertsEmailSubscription", "QueueAgeAlarm")) {
            List<Resource> resources = new ArrayList<>(template.resources());
            resources.replaceAll(resource -> resource.logicalId().name().equals(id)
                    ? resource.withOptions(resource.options().toBuilder()
                            .condition(Optional.empty())
                            .build())
                    : resource);
            assertThat(StructuralRules.validator()
                            .validate(template.toBuilder().resources(resources).build())
                            .findings())
                    .as(id)
                    .isNotEmpty();
        }
    }

    @Test
    void nobodyIsGivenATopicThatMayBeMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> topic().switchedBy("EnableAlerts").build().publish())
                .withMessageContaining("switchedBy: without Alerts");
    }

    private static String condition(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId))
                .orElseThrow()
                .options()
                .condition()
                .orElseThrow()
                .name();
    }

    @Test
    void subscribersAreNamedInFull() {
        Template template = Stacks.of(
                Stacks.KEY,
                topic().addEmails("security@example.com")
                        .addHttpsEndpoints("https://alerts.example.com/in")
                        .build());

        assertThat(Stacks.json(template, "AlertsEmail1Subscription")).contains("security@example.com");
        assertThat(Stacks.json(template, "AlertsHttps1Subscription")).contains("\"Protocol\":\"https\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        topic().addHttpsEndpoints("http://alerts.example.com").build())
                .withMessageContaining("httpsEndpoints: http://");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> topic().addEmails("nobody").build())
                .withMessageContaining("emails: nobody");
    }

    @Test
    void aFunctionPublishesThroughTheEndpointOfTheService() {
        PrivateLambda function = Stacks.function(List.of(TOPIC.publish()));
        EndpointSet endpoints = EndpointSet.builder(Stacks.NETWORK).build();
        Template template = Stacks.of(Stacks.KEY, Stacks.NETWORK, endpoints, Stacks.QUEUE, TOPIC, function);

        assertThat(Stacks.json(template, "WorkerExecutionPolicy"))
                .contains("sns:Publish", "\"Resource\":{\"Ref\":\"Alerts\"}", "sns.${AWS::Region}");
        assertThat(Stacks.json(template, "SNSVPCEndpoint")).contains("sns:Publish", "{\"Ref\":\"Alerts\"}");
        assertThat(StructuralRules.validator().validate(template).findings()).isEmpty();
    }

    @Test
    void publishingForNothingIsAMistake() {
        assertThatIllegalStateException()
                .isThrownBy(() -> TopicUse.byAlarms(TOPIC, List.of()))
                .withMessageContaining("sources: cloudwatch.amazonaws.com");
    }
}
