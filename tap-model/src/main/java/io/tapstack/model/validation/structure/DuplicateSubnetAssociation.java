package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
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
            if (other.place().element() != element && Branches.together(context, other, subnet)) {
                sink.report(
                        subnet.place(),
                        element.name() + " associates a route table with the same subnet as "
                                + other.place().element().name() + ".",
                        "Keep one of the associations.");
                return;
            }
        }
    }
}
