package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.List;

/** A macro of the section {@code Transform} that has no name, or more than a name and parameters. */
final class TransformShape implements TemplateRule {

    private static final List<String> MEMBERS = List.of("Name", "Parameters");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Transforms have a name, and parameters at most";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        List<Value<?>> transforms = context.template().transforms();
        Place section = context.templateElement().place("Transform");
        for (int i = 0; i < transforms.size(); i++) {
            Value<?> transform = transforms.get(i);
            sink.judged(1);
            Place place = transforms.size() == 1 ? section : section.item(i);
            if (transform instanceof ObjectValue<?> object) {
                check(object, place, sink);
            } else if (!(transform instanceof Literal<?> name && (name.isString() || name.isNull()))) {
                sink.report(place, "A transform is a name, or an object with one.", "Write the name of a macro.");
            }
        }
    }

    private static void check(ObjectValue<?> object, Place place, FindingSink sink) {
        if (!object.members().has("Name")) {
            sink.report(place, "The transform has no name.", "Add Name.");
        }
        for (String name : object.members().names()) {
            if (!MEMBERS.contains(name)) {
                sink.report(
                        place.member(name),
                        "Transforms have no member " + Texts.excerpt(name) + ".",
                        "Write it under Parameters, or remove it.");
            }
        }
    }
}
