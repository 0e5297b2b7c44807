package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.validation.Arguments;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.FunctionUse;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;

/** A {@code Fn::FindInMap} with keys that the mapping does not have, where they are literals. */
final class UnknownMappingKey implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Literal keys of Fn::FindInMap stand in the mapping";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (FunctionUse use : context.functions()) {
            if (use.function() instanceof FindInMap<?> find && Arguments.count(find) == 3) {
                String name = Arguments.text(find, 0);
                Mapping mapping = name == null ? null : context.mapping(name);
                if (mapping != null) {
                    check(use, mapping, sink);
                }
            }
        }
    }

    private static void check(FunctionUse use, Mapping mapping, FindingSink sink) {
        String top = Arguments.text(use.function(), 1);
        String second = Arguments.text(use.function(), 2);
        PropertyBag rows = mapping.entries();
        if (top != null && !rows.has(top)) {
            sink.judged(1);
            sink.report(
                    use.argument(1),
                    "The mapping " + mapping.logicalId() + " has no key " + top + "."
                            + Suggestions.didYouMean(top, rows.names()),
                    "Add the key to the mapping, or correct it.");
        } else if (second != null) {
            sink.judged(1);
            checkSecond(use, mapping, top, second, sink);
        }
    }

    private static void checkSecond(
            FunctionUse use,
            Mapping mapping,
            @org.jspecify.annotations.Nullable String top,
            String second,
            FindingSink sink) {
        PropertyBag rows = mapping.entries();
        for (int i = 0; i < rows.size(); i++) {
            boolean candidate = top == null || rows.nameAt(i).equals(top);
            if (candidate
                    && rows.valueAt(i) instanceof ObjectValue<?> row
                    && !row.members().has(second)) {
                sink.report(
                        use.argument(2),
                        "The mapping " + mapping.logicalId() + " has no key " + second + " under " + rows.nameAt(i)
                                + "."
                                + Suggestions.didYouMean(second, row.members().names()),
                        "Add the key to the mapping, or correct it.");
                return;
            }
        }
    }
}
