package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Literals;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Ref;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Redis replication group in cluster mode, by its parameter group, without automatic failover or with a single node.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html">Automatic failover</a>
 */
final class ReplicationGroupFailover implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Replication groups in cluster mode fail over, and have nodes for it";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null && resource.resourceType().equals("AWS::ElastiCache::ReplicationGroup")) {
                for (Branch group : Branch.ofProperty(element, "CacheParameterGroupName")) {
                    if (isCluster(context, group)) {
                        sink.judged(1);
                        check(context, element, group, sink);
                    }
                }
            }
        }
    }

    private static boolean isCluster(TemplateContext context, Branch group) {
        String target = group.value() instanceof Ref<?> ref ? ref.target() : "";
        Element parameters = context.find(Section.RESOURCES, target);
        if (parameters == null) {
            return false;
        }
        for (Branch properties : Branch.ofProperty(parameters, "Properties")) {
            for (Branch mode : properties.member("cluster-enabled")) {
                if ("yes".equals(mode.text()) && Branches.together(context, mode, group)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static void check(TemplateContext context, Element element, Branch group, FindingSink sink) {
        for (Branch failover : counting(context, element, "AutomaticFailoverEnabled", group)) {
            if ("false".equalsIgnoreCase(failover.text())) {
                sink.report(
                        failover.place(),
                        "A replication group in cluster mode must fail over automatically.",
                        "Set AutomaticFailoverEnabled to true.");
            }
        }
        if (counting(context, element, "NumNodeGroups", group).isEmpty()) {
            List<Branch> counts = counting(context, element, "NumCacheClusters", group);
            if (counts.isEmpty() && !set(element, "NumCacheClusters") && !set(element, "ReplicasPerNodeGroup")) {
                sink.report(
                        group.place(),
                        "A replication group in cluster mode needs more than one node, and has one if nothing is said.",
                        "Set NumNodeGroups, or NumCacheClusters to 2 or more.");
            }
            for (Branch nodes : counts) {
                if (isSingle(nodes.text())) {
                    sink.report(
                            nodes.place(),
                            "A replication group in cluster mode needs more than one node.",
                            "Set NumCacheClusters to 2 or more, or use NumNodeGroups.");
                }
            }
        }
    }

    private static boolean set(Element element, String property) {
        return !Branch.ofProperty(element, property).isEmpty();
    }

    private static List<Branch> counting(TemplateContext context, Element element, String property, Branch group) {
        List<Branch> found = new ArrayList<>();
        for (Branch branch : Branch.ofProperty(element, property)) {
            if (Branches.together(context, branch, group)) {
                found.add(branch);
            }
        }
        return found;
    }

    private static boolean isSingle(@Nullable String text) {
        BigDecimal number = text == null ? null : Literals.number(text);
        return number != null && number.compareTo(BigDecimal.ONE) <= 0;
    }
}
