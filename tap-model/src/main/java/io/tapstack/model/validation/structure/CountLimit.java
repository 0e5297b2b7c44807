package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateLimits;
import io.tapstack.model.validation.TemplatePath;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;

/** More entries than CloudFormation takes in one template. */
final class CountLimit implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "The template has no more entries than CloudFormation takes";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        count(context, Section.PARAMETERS, TemplateLimits.PARAMETERS, "Make one of several, or split the stack.", sink);
        count(context, Section.MAPPINGS, TemplateLimits.MAPPINGS, "Put several into one.", sink);
        count(context, Section.RESOURCES, TemplateLimits.RESOURCES, "Split it into nested stacks.", sink);
        count(
                context,
                Section.OUTPUTS,
                TemplateLimits.OUTPUTS,
                "Leave out what nobody reads, or split the stack.",
                sink);
        for (Element element : context.elements(Section.MAPPINGS)) {
            if (element.declaration() instanceof Mapping mapping) {
                keys(mapping.entries(), element.place(), sink);
                for (int i = 0; i < mapping.entries().size(); i++) {
                    if (mapping.entries().valueAt(i) instanceof ObjectValue<?> row) {
                        keys(row.members(), element.place(mapping.entries().nameAt(i)), sink);
                    }
                }
            }
        }
    }

    private static void count(TemplateContext context, Section section, int most, String remedy, FindingSink sink) {
        sink.judged(1);
        int count = context.elements(section).size();
        if (count > most) {
            Place place =
                    Place.of(context.templateElement(), TemplatePath.root().member(section.key(), section.ordinal()));
            sink.report(
                    place,
                    "The section " + section.key() + " has " + count + " entries; CloudFormation takes at most " + most
                            + ".",
                    remedy);
        }
    }

    private static void keys(PropertyBag members, Place place, FindingSink sink) {
        if (members.size() > TemplateLimits.MAPPINGS) {
            sink.report(
                    place,
                    "The mapping has " + members.size() + " keys here; CloudFormation takes at most "
                            + TemplateLimits.MAPPINGS + ".",
                    "Split the mapping.");
        }
    }
}
