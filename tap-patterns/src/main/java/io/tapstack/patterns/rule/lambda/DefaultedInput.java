package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.patterns.rule.Node;
import java.util.regex.Pattern;

/** The code fills in values for missing fields of the event and refuses nothing, so that an event of any shape is taken for a good one. */
public final class DefaultedInput extends InlineCode {

    private static final Pattern GET = Pattern.compile("\\bevent\\.get\\([^,()]+,");
    private static final Pattern RAISE = Pattern.compile("(?m)^\\s*raise\\b");

    @Override
    public Severity severity() {
        return Severity.INFO;
    }

    @Override
    public String title() {
        return "Events are checked, not completed";
    }

    @Override
    void check(Element element, Node code, String text, FindingSink sink) {
        if (GET.matcher(text).find() && !RAISE.matcher(text).find()) {
            sink.report(
                    code.place(),
                    "The code of " + element.name()
                            + " fills in missing fields of the event, so any event passes for a valid one.",
                    "Demand each field, with its type, length and range, and refuse the rest.");
        }
    }
}
