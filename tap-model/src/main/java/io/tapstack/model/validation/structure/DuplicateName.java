package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.scenario.Satisfiability;
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

/** Two resources of one type that are given the same name, although the name is what tells them apart. */
final class DuplicateName implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Names of resources of one type differ";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        if (!context.tooDeep().isEmpty()) {
            return;
        }
        Map<String, Map<Value<?>, List<Branch>>> known = new HashMap<>();
        for (Element element : context.elements(Section.RESOURCES)) {
            ResourceFacts facts = element.facts();
            PropertyFacts property = facts == null ? null : facts.nameProperty().orElse(null);
            if (facts == null || property == null) {
                continue;
            }
            Map<Value<?>, List<Branch>> names = known.computeIfAbsent(facts.typeName(), type -> new HashMap<>());
            for (Branch name : Branch.ofProperty(element, property.name())) {
                sink.judged(1);
                List<Branch> same = names.computeIfAbsent(name.value(), value -> new ArrayList<>(1));
                report(context, facts, name, same, sink);
                same.add(name);
            }
        }
    }

    private static void report(
            TemplateContext context, ResourceFacts facts, Branch name, List<Branch> same, FindingSink sink) {
        for (Branch other : same) {
            Element element = name.place().element();
            Guard both = Branches.both(other, name);
            Satisfiability together = context.scenarios().satisfiable(both);
            if (other.place().element() == element || together == Satisfiability.IMPOSSIBLE) {
                continue;
            }
            if (together == Satisfiability.UNKNOWN) {
                sink.unjudged(
                        name.place(),
                        "It is not known whether " + element.name() + " and "
                                + other.place().element().name() + ", which have the same name, can exist at once.");
            } else {
                sink.report(
                        Place.of(element, name.place().path(), both),
                        element.name() + " and " + other.place().element().name() + " are both an " + facts.typeName()
                                + " of the same name.",
                        "Choose another name, or leave it to CloudFormation.");
                return;
            }
        }
    }
}
