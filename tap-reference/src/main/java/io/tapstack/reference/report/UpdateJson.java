package io.tapstack.reference.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.proof.DeclarationUpdate;
import io.tapstack.patterns.proof.Effect;
import io.tapstack.patterns.proof.Fate;
import io.tapstack.patterns.proof.ResourceUpdate;
import io.tapstack.patterns.proof.StackUpdate;
import java.io.IOException;
import java.util.Optional;

/** What an update of a stack does, as JSON for programs. Fields may be added; those that are there stay. */
public final class UpdateJson {

    private static final String DATA_LOSS = "dataLoss";
    private static final String HIDDEN = "(not shown)";
    private static final int LONGEST_VALUE = 10_000;

    private UpdateJson() {}

    /** The whole report; secret values are left out. */
    public static String write(StackUpdate update) {
        return JsonOutput.of(json -> {
            json.writeStartObject();
            json.writeArrayFieldStart("resources");
            for (ResourceUpdate resource : update.resources()) {
                resource(json, resource);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("declarations");
            for (DeclarationUpdate declaration : update.declarations()) {
                declaration(json, declaration);
            }
            json.writeEndArray();
            summary(json, update);
            json.writeEndObject();
        });
    }

    private static void resource(JsonGenerator json, ResourceUpdate update) throws IOException {
        Resource resource = update.resource();
        json.writeStartObject();
        JsonOutput.text(json, "logicalId", resource.logicalId().name());
        JsonOutput.text(json, "type", resource.resourceType());
        place(json, resource.source());
        json.writeStringField("fate", UpdateWords.of(update.fate()));
        json.writeBooleanField("certain", update.certain());
        json.writeStringField(DATA_LOSS, UpdateWords.of(update.dataLoss()));
        JsonOutput.text(json, "dataLossReason", update.dataLossReason());
        json.writeArrayFieldStart("effects");
        for (Effect effect : update.effects()) {
            effect(json, effect);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (String note : update.notes()) {
            json.writeString(JsonOutput.whole(note));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void effect(JsonGenerator json, Effect effect) throws IOException {
        json.writeStartObject();
        json.writeStringField("fate", UpdateWords.of(effect.fate()));
        json.writeBooleanField("certain", effect.certain());
        JsonOutput.text(json, "path", effect.path());
        value(json, "before", effect, effect.before());
        value(json, "after", effect, effect.after());
        JsonOutput.text(json, "reason", effect.reason());
        json.writeEndObject();
    }

    private static void value(JsonGenerator json, String name, Effect effect, Optional<Value<?>> value)
            throws IOException {
        json.writeFieldName(name);
        if (value.isEmpty()) {
            json.writeNull();
        } else if (effect.secret()) {
            json.writeString(HIDDEN);
        } else if (!ValueText.fits(value.get(), LONGEST_VALUE)) {
            json.writeString(ValueText.of(value.get(), LONGEST_VALUE));
        } else {
            value(json, value.get());
        }
    }

    /** A value as a template in JSON has it. */
    private static void value(JsonGenerator json, Value<?> value) throws IOException {
        if (value instanceof Literal<?> literal) {
            literal(json, literal);
        } else if (value instanceof ListValue<?> list) {
            json.writeStartArray();
            for (Value<?> item : list.items()) {
                value(json, item);
            }
            json.writeEndArray();
        } else if (value instanceof ObjectValue<?> object) {
            json.writeStartObject();
            for (int i = 0; i < object.members().size(); i++) {
                json.writeFieldName(JsonOutput.whole(object.members().nameAt(i)));
                value(json, object.members().valueAt(i));
            }
            json.writeEndObject();
        } else if (value instanceof Intrinsic<?> function) {
            json.writeStartObject();
            json.writeFieldName(JsonOutput.whole(function.functionName()));
            value(json, function.argument());
            json.writeEndObject();
        }
    }

    private static void literal(JsonGenerator json, Literal<?> literal) throws IOException {
        if (literal.isString()) {
            json.writeString(JsonOutput.whole(literal.text()));
        } else {
            json.writeRawValue(literal.text());
        }
    }

    private static void declaration(JsonGenerator json, DeclarationUpdate update) throws IOException {
        json.writeStartObject();
        JsonOutput.text(json, "section", update.section());
        JsonOutput.text(json, "name", update.name());
        place(json, update.source());
        json.writeStringField("fate", UpdateWords.of(update.fate()));
        json.writeStringField(DATA_LOSS, UpdateWords.of(update.dataLoss()));
        JsonOutput.text(json, "note", update.note());
        json.writeEndObject();
    }

    private static void place(JsonGenerator json, SourceLocation source) throws IOException {
        JsonOutput.text(json, "file", source.file().orElse(""));
        json.writeNumberField("line", source.line());
    }

    private static void summary(JsonGenerator json, StackUpdate update) throws IOException {
        json.writeObjectFieldStart("summary");
        for (Fate fate : Fate.values()) {
            json.writeNumberField(
                    UpdateWords.of(fate),
                    update.resources().stream()
                            .filter(resource -> resource.fate() == fate)
                            .count());
        }
        json.writeNumberField("declarations", update.declarations().size());
        json.writeStringField(DATA_LOSS, UpdateWords.of(update.dataLoss()));
        json.writeEndObject();
    }
}
