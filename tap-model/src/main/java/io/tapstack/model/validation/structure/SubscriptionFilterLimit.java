package io.tapstack.model.validation.structure;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * More subscription filters for one log group than CloudWatch Logs takes. Events of serverless functions count, since each becomes a
 * filter.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html">CloudWatch Logs quotas</a>
 */
final class SubscriptionFilterLimit implements TemplateRule {

    private static final int MOST = 5;

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A log group has five subscription filters at most";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (!context.tooDeep().isEmpty()) {
            return;
        }
        Map<Value<?>, List<Branch>> filters = new LinkedHashMap<>();
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            String type = resource == null ? "" : resource.resourceType();
            if (type.equals("AWS::Logs::SubscriptionFilter")) {
                add(Branch.ofProperty(element, "LogGroupName"), filters);
            } else if (type.equals("AWS::Serverless::Function")) {
                Branch.ofProperty(element, "Events").forEach(events -> events(events, filters));
            }
        }
        filters.forEach((group, all) -> {
            sink.judged(all.size());
            if (all.size() > MOST) {
                count(context, all, sink);
            }
        });
    }

    private static void events(Branch events, Map<Value<?>, List<Branch>> filters) {
        PropertyBag members = events.value() instanceof ObjectValue<?> object ? object.members() : PropertyBag.empty();
        for (String name : members.names()) {
            for (Branch event : events.member(name)) {
                boolean logs = event.member("Type").stream().anyMatch(type -> "CloudWatchLogs".equals(type.text()));
                for (Branch properties : logs ? event.member("Properties") : List.<Branch>of()) {
                    add(properties.member("LogGroupName"), filters);
                }
            }
        }
    }

    private static void add(List<Branch> groups, Map<Value<?>, List<Branch>> filters) {
        for (Branch group : groups) {
            filters.computeIfAbsent(group.value(), value -> new ArrayList<>()).add(group);
        }
    }

    /** Takes one filter after the other, as long as all that are taken can exist at once. */
    private static void count(TemplateContext context, List<Branch> filters, FindingSink sink) {
        Set<String> owners = new LinkedHashSet<>();
        Guard all = null;
        int taken = 0;
        for (Branch filter : filters) {
            Guard together = Guard.and(all, guard(filter));
            Satisfiability answer = context.scenarios().satisfiable(together);
            if (answer == Satisfiability.UNKNOWN) {
                sink.unjudged(filter.place(), "It is not known whether this filter exists together with the others.");
            } else if (answer == Satisfiability.POSSIBLE) {
                all = together;
                owners.add(filter.place().element().name());
                if (++taken > MOST) {
                    report(filter, owners, all, sink);
                    return;
                }
            }
        }
    }

    private static @Nullable Guard guard(Branch filter) {
        return Guard.and(filter.place().element().guard(), filter.place().guard());
    }

    private static void report(Branch filter, Set<String> owners, @Nullable Guard all, FindingSink sink) {
        sink.report(
                Place.of(filter.place().element(), filter.place().path(), all),
                "With those of " + Texts.list(owners) + " the log group has more than " + MOST
                        + " subscription filters.",
                "Send the log to one stream, and read that several times.");
    }
}
