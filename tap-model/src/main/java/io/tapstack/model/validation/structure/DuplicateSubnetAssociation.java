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
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A subnet that is associated with two route tables; it can have one only. */
final class DuplicateSubnetAssociation implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Subnets are associated with one route table";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (!context.tooDeep().isEmpty()) {
            return;
        }
        Map<Value<?>, List<Branch>> known = new HashMap<>();
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null && resource.resourceType().equals("AWS::EC2::SubnetRouteTableAssociation")) {
                for (Branch subnet : Branch.ofProperty(element, "SubnetId")) {
                    sink.judged(1);
                    List<Branch> same = known.computeIfAbsent(subnet.value(), value -> new ArrayList<>(1));
                    report(context, subnet, same, sink);
                    same.add(subnet);
                }
            }
        }
    }

    private static void report(TemplateContext context, Branch subnet, List<Branch> same, FindingSink sink) {
        for (Branch other : same) {
            Element element = subnet.place().element();
            Guard both = Branches.both(other, subnet);
            Satisfiability together = context.scenarios().satisfiable(both);
            if (other.place().element() == element || together == Satisfiability.IMPOSSIBLE) {
                continue;
            }
            if (together == Satisfiability.UNKNOWN) {
                sink.unjudged(
                        subnet.place(),
                        "It is not known whether " + element.name() + " and "
                                + other.place().element().name() + ", which name the same subnet, can exist at once.");
            } else {
                sink.report(
                        Place.of(element, subnet.place().path(), both),
                        element.name() + " associates a route table with the same subnet as "
                                + other.place().element().name() + ".",
                        "Keep one of the associations.");
                return;
            }
        }
    }
}
