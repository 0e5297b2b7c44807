package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.ValueKind;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** A rule of the section {@code Rules} that does not assert conditions. */
final class RuleShape implements TemplateRule {

    private static final String FORM = "Write {RuleCondition: …, Assertions: [{Assert: …, AssertDescription: …}]}.";

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Rules assert conditions";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RULES)) {
            if (element.declaration() == null) {
                continue;
            }
            sink.judged(1);
            if (!(element.declaration().body() instanceof ObjectValue<?> body)) {
                sink.report(element.place(), "The rule " + element.name() + " is no object.", FORM);
                continue;
            }
            PropertyBag members = body.members();
            unknown(element.place(), members, "RuleCondition", "Assertions", sink);
            truth(context, members.find("RuleCondition"), element.place("RuleCondition"), sink);
            if (members.find("Assertions") instanceof ListValue<?> list
                    && !list.items().isEmpty()) {
                assertions(context, list, element.place("Assertions"), sink);
            } else {
                sink.report(element.place(), "The rule " + element.name() + " has no list of assertions.", FORM);
            }
        }
    }

    private static void assertions(TemplateContext context, ListValue<?> list, Place place, FindingSink sink) {
        for (int i = 0; i < list.items().size(); i++) {
            Place here = place.item(i);
            if (!(list.items().get(i) instanceof ObjectValue<?> assertion)
                    || !assertion.members().has("Assert")) {
                sink.report(here, "The assertion has no Assert.", FORM);
                continue;
            }
            unknown(here, assertion.members(), "Assert", "AssertDescription", sink);
            truth(context, assertion.members().find("Assert"), here.member("Assert"), sink);
            Value<?> description = assertion.members().find("AssertDescription");
            if (description != null && !(description instanceof Literal)) {
                sink.report(
                        here.member("AssertDescription"), "AssertDescription must be a plain text.", "Write a text.");
            }
        }
    }

    private static void unknown(Place place, PropertyBag members, String first, String second, FindingSink sink) {
        for (String name : members.names()) {
            if (!name.equals(first) && !name.equals(second)) {
                sink.report(place.member(name), "There is no member " + name + " here.", FORM);
            }
        }
    }

    private static void truth(TemplateContext context, @Nullable Value<?> value, Place place, FindingSink sink) {
        if (value != null) {
            ValueKind kind = context.kindOf(value);
            if (kind != ValueKind.TRUTH && kind != ValueKind.UNKNOWN) {
                sink.report(place, "A condition is needed here.", "Write Fn::Equals, Fn::Contains or the like.");
            }
        }
    }
}
