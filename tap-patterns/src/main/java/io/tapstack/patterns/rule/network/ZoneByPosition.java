package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Way;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.GetAZs;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Select;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.Set;

/** A subnet that takes the first, second or third zone of the region, whichever that is in the account. */
public final class ZoneByPosition extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Subnets name their zones";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::EC2::Subnet");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (Node zone : Node.property(context, element, "AvailabilityZone")) {
            if (zone.value() instanceof Select<?> select
                    && select.argument() instanceof ListValue<?> arguments
                    && arguments.items().size() == 2) {
                for (Way list : context.scenarios().ways(arguments.items().get(1), zone.guard())) {
                    if (list.value() instanceof GetAZs) {
                        sink.report(
                                Place.of(element, zone.place().path(), list.guard()),
                                "The subnet " + element.name()
                                        + " takes a zone by position, which differs between accounts.",
                                "Set AvailabilityZoneId.");
                    }
                }
            }
        }
    }
}
