package io.tapstack.reference.page;

import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables of a page that tell of a template. */
final class TemplateTables {

    private static final int MANY_VALUES = 5;

    private final Template template;

    TemplateTables(Template template) {
        this.template = template;
    }

    String parameters() {
        Table table = new Table("Parameter", "Default", "Allowed", "Meaning");
        for (Parameter parameter : template.parameters()) {
            table.row(
                    parameter.logicalId().name(),
                    Table.code(parameter.text("Default").orElse("")),
                    allowed(parameter),
                    parameter.text("Description").orElse(""));
        }
        return table.toString();
    }

    private static String allowed(Parameter parameter) {
        List<String> values = new ArrayList<>();
        for (Value<?> value : parameter.allowedValues()) {
            values.add(Table.code(((Literal<?>) value).text()));
        }
        if (values.size() > MANY_VALUES) {
            return String.join(", ", values.subList(0, 3)) + " … " + values.get(values.size() - 1);
        }
        if (!values.isEmpty()) {
            return String.join(", ", values);
        }
        String least = parameter.text("MinValue").orElse("");
        String most = parameter.text("MaxValue").orElse("");
        if (!least.isEmpty() || !most.isEmpty()) {
            return least + " to " + most;
        }
        return parameter
                .text("ConstraintDescription")
                .orElseGet(() -> Table.code(parameter.text("AllowedPattern").orElse("")));
    }

    String outputs() {
        boolean exports =
                template.outputs().stream().anyMatch(output -> !export(output).isEmpty());
        Table table = exports ? new Table("Output", "Value", "Export", "If") : new Table("Output", "Value", "If");
        for (Output output : template.outputs()) {
            String name = output.logicalId().name();
            String value = new ValueWords(template).of(output);
            String when = output.condition().map(Table::code).orElse("");
            if (exports) {
                table.row(name, value, Table.code(export(output)), when);
            } else {
                table.row(name, value, when);
            }
        }
        return table.toString();
    }

    private static String export(Output output) {
        if (output.members().find("Export") instanceof ObjectValue<?> export) {
            Value<?> name = export.members().find("Name");
            return name instanceof Sub sub ? sub.text() : String.valueOf(name);
        }
        return "";
    }

    /** Each record once, with all resources that have it. */
    String exceptions() {
        Map<List<String>, List<String>> resources = new LinkedHashMap<>();
        for (Resource resource : template.resources()) {
            if (resource.options().metadata().get(ExceptionRecord.METADATA_KEY) instanceof ListValue<?> records) {
                for (Value<?> each : records.items()) {
                    PropertyBag record = ((ObjectValue<?>) each).members();
                    resources
                            .computeIfAbsent(record(record), key -> new ArrayList<>())
                            .add(Table.code(resource.logicalId().name()));
                }
            }
        }
        Table table = new Table("Resource", "Where", "What", "Why", "What bounds it");
        resources.forEach((record, ids) -> table.row(
                String.join(", ", ids), record.get(0), Table.code(record.get(1)), record.get(2), record.get(3)));
        return table.toString();
    }

    private static List<String> record(PropertyBag members) {
        return List.of(
                text(members, "Where"), text(members, "What"), text(members, "Reason"), text(members, "Compensation"));
    }

    private static String text(PropertyBag members, String name) {
        if (members.find(name) instanceof Literal<?> literal) {
            return literal.text();
        }
        throw new IllegalStateException("a record has no " + name + ": " + members);
    }
}
