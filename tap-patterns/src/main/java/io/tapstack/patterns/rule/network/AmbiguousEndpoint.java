package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Value;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A network has two endpoints of one service: a second private DNS name is refused, and a second route to the same prefix list too,
 * so nobody could say which policy a call meets.
 *
 * @see <a href="https://docs.aws.amazon.com/vpc/latest/privatelink/privatelink-share-your-services.html">Private DNS names</a>
 */
public final class AmbiguousEndpoint implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "A network has one endpoint of a service";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        Map<String, Element> first = new HashMap<>();
        for (Element element : context.elements(Section.RESOURCES)) {
            if (element.resource() == null || !element.resource().resourceType().equals("AWS::EC2::VPCEndpoint")) {
                continue;
            }
            sink.judged(1);
            @Nullable Value<?> vpc = element.resource().properties().find("VpcId");
            @Nullable Value<?> service = element.resource().properties().find("ServiceName");
            if (vpc == null || service == null) {
                continue;
            }
            String condition = element.condition() == null ? "" : element.condition();
            Element earlier = first.putIfAbsent(vpc + " " + service + " " + condition, element);
            if (earlier != null) {
                sink.report(
                        element.place("Properties").member("ServiceName"),
                        element.name() + " and " + earlier.name()
                                + " are endpoints of the same service in the same network.",
                        "Keep one of them, with a policy that lets through what both do.");
            }
        }
    }
}
