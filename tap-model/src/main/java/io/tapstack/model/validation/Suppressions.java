package io.tapstack.model.validation;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The suppressions of a template, and which of them are used. */
final class Suppressions {

    static final String MALFORMED = "MalformedSuppression";
    static final String UNUSED = "UnusedSuppression";

    private static final String FORM = "Write it as {Rule: RuleId, Reason: why it is accepted}.";

    private final List<Suppression> all = new ArrayList<>();
    private final Set<Suppression> used = new HashSet<>();
    private final RuleSink malformed;

    Suppressions(TemplateContext context, RuleSink malformed) {
        this.malformed = malformed;
        read(context.templateElement(), context.template().metadata());
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null) {
                read(element, resource.options().metadata());
            }
        }
    }

    private void read(Element element, Map<String, Value<?>> metadata) {
        if (metadata.isEmpty() || !(metadata.get("tap") instanceof ObjectValue<?> tap)) {
            return;
        }
        Value<?> list = tap.members().find("Suppress");
        Place place = element.place("Metadata").member("tap").member("Suppress");
        if (list instanceof ListValue<?> entries) {
            for (int i = 0; i < entries.items().size(); i++) {
                read(entries.items().get(i), place.item(i));
            }
        } else if (list != null) {
            malformed.report(place, "Suppress is not a list.", FORM);
        }
    }

    private void read(Value<?> entry, Place place) {
        malformed.judged(1);
        String rule = text(entry, "Rule");
        String reason = text(entry, "Reason");
        if (rule == null) {
            malformed.report(place, "The suppression names no rule.", FORM);
        } else if (reason == null) {
            malformed.report(place, "The suppression of " + rule + " gives no reason, so it does not count.", FORM);
        } else {
            all.add(new Suppression(rule, reason, place));
        }
    }

    private static @Nullable String text(Value<?> entry, String member) {
        return entry instanceof ObjectValue<?> object
                        && object.members().find(member) instanceof Literal<?> literal
                        && !literal.text().isBlank()
                ? literal.text()
                : null;
    }

    /** The suppression that accepts a finding; null if there is none. */
    @Nullable
    Suppression of(PlacedFinding placed) {
        Suppression found = null;
        for (Suppression suppression : all) {
            Element element = suppression.place().element();
            boolean covers = element.section() == Section.TEMPLATE || element == placed.place.element();
            if (covers && suppression.ruleId().equals(placed.finding.ruleId())) {
                found = found == null ? suppression : found;
                used.add(suppression);
            }
        }
        return found;
    }

    /** Reports the suppressions of rules that have run and that accept nothing. */
    void reportUnused(Set<String> rulesThatRan, RuleSink sink) {
        for (Suppression suppression : all) {
            if (rulesThatRan.contains(suppression.ruleId())) {
                sink.judged(1);
                if (!used.contains(suppression)) {
                    sink.report(
                            suppression.place(),
                            suppression.ruleId() + " finds nothing here, so there is nothing to suppress.",
                            "Remove the suppression; it would hide the next real finding.");
                }
            }
        }
    }
}
