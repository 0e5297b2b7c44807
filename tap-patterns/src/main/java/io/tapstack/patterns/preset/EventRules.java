package io.tapstack.patterns.preset;

import io.tapstack.model.aws.events.Rule;
import io.tapstack.model.aws.events.rule.Target;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Value;

/** Writes alerts on events as rules of EventBridge. */
final class EventRules {

    private EventRules() {}

    static Rule rule(EventAlert event, Value<String> name, AlertTopic topic, SourceLocation source) {
        Rule.Builder rule = Rule.builder(event.logicalId().name(), source)
                .name(name)
                .description(event.description())
                .state(Rule.STATE_ENABLED)
                .eventPattern(Value.json(event.pattern()))
                .targets(Target.builder().id("Topic").arn(topic.ref()).build())
                .options(options -> options.addDependsOn(topic.policyId()));
        event.when().ifPresent(condition -> rule.options(options -> options.condition(condition)));
        return rule.build();
    }
}
