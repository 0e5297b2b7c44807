package io.tapstack.reference.page;

import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.patterns.rule.pack.PackedRule;
import io.tapstack.patterns.rule.pack.RulePack;
import io.tapstack.patterns.rule.pack.RulePacks;
import io.tapstack.reference.pipeline.ReferencePipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Which controls a pipeline supports, with the rules that have judged its template and the requirements that prove it. */
final class ControlTable {

    private ControlTable() {}

    static String of(ReferencePipeline pipeline, Template template) {
        ValidationResult result = validator().validate(template);
        Table table = new Table("What is shown", "Supports", "Shown by");
        for (Control control : Control.all()) {
            List<String> numbers = control.requirements().get(pipeline.name());
            if (numbers != null) {
                table.row(control.shown(), controls(control), proof(control, numbers, result));
            }
        }
        return table.toString();
    }

    private static String controls(Control control) {
        List<String> texts = new ArrayList<>();
        control.controls().forEach((standard, ids) -> texts.add(standard + ": " + ids));
        return String.join("; ", texts);
    }

    private static String proof(Control control, List<String> numbers, ValidationResult result) {
        List<String> words = new ArrayList<>();
        List<String> rules = new ArrayList<>();
        for (String rule : control.rules()) {
            if (result.judged(rule) > 0) {
                rules.add("[" + rule + "](../rules/" + rule + ".md)");
            }
        }
        if (!rules.isEmpty()) {
            words.add((rules.size() == 1 ? "rule " : "rules ") + String.join(", ", rules));
        }
        if (!numbers.isEmpty()) {
            words.add(
                    (numbers.size() == 1 ? "[requirement](../requirements.md) " : "[requirements](../requirements.md) ")
                            + String.join(", ", numbers));
        }
        if (words.isEmpty()) {
            throw new AssertionError("nothing shows that " + control.shown());
        }
        return String.join("; ", words);
    }

    /** All rules of all packs, by id. */
    static Map<String, TemplateRule> rules() {
        Map<String, TemplateRule> rules = new LinkedHashMap<>();
        for (RulePack pack : RulePacks.listed()) {
            for (PackedRule packed : pack.rules()) {
                rules.putIfAbsent(packed.rule().id(), packed.rule());
            }
        }
        return rules;
    }

    static TemplateValidator validator() {
        return TemplateValidator.of(new ArrayList<>(rules().values()));
    }
}
