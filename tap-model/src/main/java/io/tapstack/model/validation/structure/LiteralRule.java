package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ValueLimits;
import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Literals;
import io.tapstack.model.validation.PropertyRule;
import io.tapstack.model.validation.PropertySpot;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The common part of rules about literals. They judge literals, and as warnings the values that a parameter allows (else its
 * default) and those that a mapping holds, where these are referred to.
 */
abstract class LiteralRule implements PropertyRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public abstract boolean concerns(PropertyFacts property, ValueLimits limits);

    /** What is wrong with a text, to be put behind the property's name: {@code "takes only A, B"}; null if nothing is. */
    abstract @Nullable String problem(ValueLimits limits, String text, TemplateContext context);

    /** What to do about it. */
    abstract String remedy(ValueLimits limits, String text);

    /** How bad it is if the literal itself is wrong. */
    Severity severity(ValueLimits limits) {
        return severity();
    }

    @Override
    public final void checkValue(ValueLimits limits, Value<?> value, PropertySpot spot, FindingSink sink) {
        if (value instanceof Literal<?> literal) {
            sink.judged(1);
            String text = literal.text();
            String problem = problem(limits, text, spot.context());
            if (problem != null && !Literals.isDynamic(text)) {
                report(severity(limits), limits, text, problem, "", spot, sink);
            }
        } else if (value instanceof Ref<?> ref) {
            Parameter parameter = spot.context().parameter(ref.target());
            if (parameter != null && !parameter.type().startsWith("AWS::SSM::")) {
                parameter(limits, parameter, spot, sink);
            }
        } else if (value instanceof FindInMap<?> find) {
            mapping(limits, find, spot, sink);
        }
    }

    private void parameter(ValueLimits limits, Parameter parameter, PropertySpot spot, FindingSink sink) {
        List<Value<?>> allowed = parameter.allowedValues();
        for (int i = 0; i < allowed.size(); i++) {
            candidate(limits, allowed.get(i), "parameter", parameter.logicalId().name(), spot, sink);
        }
        if (allowed.isEmpty()) {
            Value<?> chosen = parameter.members().find("Default");
            if (chosen != null) {
                candidate(
                        limits,
                        chosen,
                        "default of parameter",
                        parameter.logicalId().name(),
                        spot,
                        sink);
            }
        }
    }

    private void mapping(ValueLimits limits, FindInMap<?> find, PropertySpot spot, FindingSink sink) {
        String name = Arguments.text(find, 0);
        Mapping mapping = name == null ? null : spot.context().mapping(name);
        if (mapping == null || name == null) {
            return;
        }
        String top = Arguments.text(find, 1);
        String second = Arguments.text(find, 2);
        PropertyBag rows = mapping.entries();
        for (int i = 0; i < rows.size(); i++) {
            if ((top == null || top.equals(rows.nameAt(i))) && rows.valueAt(i) instanceof ObjectValue<?> row) {
                PropertyBag cells = row.members();
                for (int j = 0; j < cells.size(); j++) {
                    if (second == null || second.equals(cells.nameAt(j))) {
                        candidate(limits, cells.valueAt(j), "mapping", name, spot, sink);
                    }
                }
            }
        }
    }

    private void candidate(
            ValueLimits limits, Value<?> value, String kind, String name, PropertySpot spot, FindingSink sink) {
        if (value instanceof Literal<?> literal) {
            sink.judged(1);
            String text = literal.text();
            String problem = problem(limits, text, spot.context());
            if (problem != null && !Literals.isDynamic(text)) {
                report(Severity.WARNING, limits, text, problem, " by the " + kind + " " + name, spot, sink);
            }
        }
    }

    private void report(
            Severity severity,
            ValueLimits limits,
            String text,
            String problem,
            String origin,
            PropertySpot spot,
            FindingSink sink) {
        PropertyFacts property = spot.property();
        sink.report(
                severity,
                spot.place(),
                (property == null ? "The value" : property.name()) + " " + problem + ", and '" + Texts.excerpt(text)
                        + "' is given" + origin + ".",
                remedy(limits, text));
    }
}
