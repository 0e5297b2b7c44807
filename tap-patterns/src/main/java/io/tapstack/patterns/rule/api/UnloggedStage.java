package io.tapstack.patterns.rule.api;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/**
 * A stage of an API logs no accesses or no errors, or it logs the bodies of requests, which hold data that no log should.
 *
 * @see <a href="https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html">Logs of APIs</a>
 */
public final class UnloggedStage extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Stages of APIs log accesses and errors, and no bodies";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::ApiGateway::Stage");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node destination : Node.at(context, element, "AccessLogSetting", "DestinationArn")) {
            if (destination.isAbsent()) {
                sink.report(
                        destination.place(),
                        "The stage " + element.name() + " logs no accesses.",
                        "Set AccessLogSetting with a group of logs.");
            }
        }
        for (Node settings : Node.property(context, element, "MethodSettings")) {
            if (settings.isUnknown()) {
                sink.unjudged(settings.place(), "What is logged is not known before the stack is created.");
                continue;
            }
            When forAll = When.never();
            for (Node one : settings.items()) {
                check(element, one, sink);
                forAll = forAll.or(isForAll(one));
            }
            if (!forAll.covers(context, settings.guard())) {
                reportSilence(element, forAll.missing(context, settings.place()), sink);
            }
        }
    }

    /** When a setting is for all methods, which only then are logged, whatever it says of how. */
    private static When isForAll(Node settings) {
        return When.any(settings.member("HttpMethod"), method -> method.is("*") || method.isUnknown())
                .and(When.any(settings.member("ResourcePath"), path -> path.is("/*") || path.isUnknown()));
    }

    private static void check(Element element, Node settings, FindingSink sink) {
        for (Node level : settings.member("LoggingLevel")) {
            if (level.isUnknown()) {
                sink.unjudged(level.place(), "What is logged is not known before the stack is created.");
            } else if (!level.is("ERROR") && !level.is("INFO")) {
                reportSilence(element, level.place(), sink);
            }
        }
        for (Node trace : settings.member("DataTraceEnabled")) {
            if (trace.is("true")) {
                sink.report(
                        trace.place(),
                        "The stage " + element.name() + " logs whole requests and answers.",
                        "Set DataTraceEnabled to false.");
            }
        }
    }

    private static void reportSilence(Element element, Place place, FindingSink sink) {
        sink.report(
                place,
                "The stage " + element.name() + " logs no errors.",
                "Set LoggingLevel to ERROR in MethodSettings, for all methods.");
    }
}
