package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.When;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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
        Map<List<Value<?>>, List<Node>> found = new HashMap<>();
        for (Element element : Existence.ofType(context, "AWS::EC2::VPCEndpoint")) {
            List<Node> networks = Node.property(context, element, "VpcId");
            List<Node> services = Node.property(context, element, "ServiceName");
            if (Presence.isTooMuch(networks, services)) {
                sink.unjudged(element.place(), "There are too many ways to look at.");
                continue;
            }
            sink.judged(1);
            ways(networks, services).forEach((key, names) -> {
                List<Node> earlier = found.computeIfAbsent(key, one -> new ArrayList<>());
                names.forEach(name -> check(context, earlier, name, sink));
                earlier.addAll(names);
            });
        }
    }

    /** The names of services, by networks and names. */
    private static Map<List<Value<?>>, List<Node>> ways(List<Node> networks, List<Node> services) {
        Map<List<Value<?>>, List<Node>> ways = new LinkedHashMap<>();
        for (Node network : networks) {
            for (Node service : services) {
                Value<?> vpc = network.value();
                Value<?> name = service.value();
                if (vpc != null && name != null) {
                    ways.computeIfAbsent(List.of(vpc, name), key -> new ArrayList<>(1))
                            .add(service.within(network.guard()));
                }
            }
        }
        return ways;
    }

    private static void check(TemplateContext context, List<Node> earlier, Node name, FindingSink sink) {
        for (Node other : earlier) {
            List<@Nullable Guard> both = When.of(other.guard()).meeting(context, name.guard());
            if (!both.isEmpty()) {
                Element element = name.place().element();
                sink.report(
                        Place.of(element, name.place().path(), both.get(0)),
                        element.name() + " and " + other.place().element().name()
                                + " are endpoints of the same service in the same network.",
                        "Keep one of them, with a policy that lets through what both do.");
                return;
            }
        }
    }
}
