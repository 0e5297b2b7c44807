package io.tapstack.reference.report;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.proof.DataLoss;
import io.tapstack.patterns.proof.DeclarationUpdate;
import io.tapstack.patterns.proof.Effect;
import io.tapstack.patterns.proof.Fate;
import io.tapstack.patterns.proof.ResourceUpdate;
import io.tapstack.patterns.proof.StackUpdate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an update of a stack does, for people: for each resource what becomes of it and of its data, and under it what makes that so;
 * then what else differs, and how much of everything there is.
 */
public final class UpdateText {

    private static final int LONGEST_VALUE = 60;

    private UpdateText() {}

    /** The whole report; secret values are left out. */
    public static String write(StackUpdate update) {
        if (update.isSame()) {
            return "no difference\n";
        }
        StringBuilder text = new StringBuilder();
        for (ResourceUpdate resource : update.resources()) {
            append(text, resource);
        }
        for (DeclarationUpdate declaration : update.declarations()) {
            append(text, declaration);
        }
        return text.append(summary(update)).append('\n').toString();
    }

    private static void append(StringBuilder text, ResourceUpdate update) {
        Resource resource = update.resource();
        text.append(mark(update.fate())).append(' ');
        text.append(Harmless.escaped(resource.logicalId().name()));
        text.append(" (").append(Harmless.escaped(resource.resourceType())).append(") ");
        text.append(verb(update.fate(), update.certain()));
        switch (update.dataLoss()) {
            case CERTAIN -> text.append(", and data is lost: ");
            case POSSIBLE -> text.append(", and data may be lost: ");
            case NONE -> text.append(update.dataLossReason().isEmpty() ? "" : "; no data is lost: ");
        }
        text.append(Harmless.escaped(update.dataLossReason())).append('\n');
        for (Effect effect : update.effects()) {
            String line = line(effect, update);
            text.append(line.isEmpty() ? "" : "    " + line + "\n");
        }
        for (String note : update.notes()) {
            text.append("    ").append(Harmless.escaped(note)).append('\n');
        }
    }

    private static String line(Effect effect, ResourceUpdate update) {
        List<String> parts = new ArrayList<>();
        boolean values = effect.before().isPresent() || effect.after().isPresent();
        if (values) {
            parts.add(effect.secret() ? "(not shown)" : shown(effect.before()) + " -> " + shown(effect.after()));
        }
        if (!effect.reason().isEmpty()) {
            parts.add(Harmless.escaped(effect.reason()));
        }
        boolean several = update.effects().size() > 1;
        if (several && (effect.fate() != update.fate() || effect.certain() != update.certain())) {
            parts.add("it " + verb(effect.fate(), effect.certain()));
        }
        String path = Harmless.escaped(effect.path());
        return path + (path.isEmpty() || parts.isEmpty() ? "" : ": ") + String.join("; ", parts);
    }

    private static String shown(Optional<Value<?>> value) {
        return value.map(one -> ValueText.of(one, LONGEST_VALUE)).orElse("nothing");
    }

    private static void append(StringBuilder text, DeclarationUpdate declaration) {
        text.append(mark(declaration.fate())).append(' ').append(Harmless.escaped(declaration.section()));
        if (!declaration.name().isEmpty()) {
            text.append('/').append(Harmless.escaped(declaration.name()));
        }
        text.append(declaration.dataLoss() == DataLoss.NONE ? "" : ", and data may be lost");
        if (!declaration.note().isEmpty()) {
            text.append(": ").append(Harmless.escaped(declaration.note()));
        }
        text.append('\n');
    }

    private static String mark(Fate fate) {
        return switch (fate) {
            case UNTOUCHED -> "=";
            case ADDED -> "+";
            case UPDATED -> "~";
            case REPLACED -> "!";
            case REMOVED -> "-";
            case REFUSED -> "x";
        };
    }

    private static String verb(Fate fate, boolean certain) {
        String be = certain ? "is " : "may be ";
        return switch (fate) {
            case UNTOUCHED -> "stays as it is";
            case ADDED -> be + "added";
            case UPDATED -> be + "updated";
            case REPLACED -> be + "replaced";
            case REMOVED -> be + "removed";
            case REFUSED -> be + "refused";
        };
    }

    private static String summary(StackUpdate update) {
        List<String> counts = new ArrayList<>();
        for (Fate fate : Fate.values()) {
            count(update, fate, true, counts);
            count(update, fate, false, counts);
        }
        String resources = counts.isEmpty() ? "no resource" : "resources: " + String.join(", ", counts);
        int others = update.declarations().size();
        return resources
                + "; other differences: " + others
                + switch (update.dataLoss()) {
                    case NONE -> "; no data is lost";
                    case POSSIBLE -> "; data may be lost";
                    case CERTAIN -> "; data is lost";
                };
    }

    private static void count(StackUpdate update, Fate fate, boolean certain, List<String> counts) {
        long count = update.resources().stream()
                .filter(resource -> resource.fate() == fate && resource.certain() == certain)
                .count();
        if (count > 0) {
            counts.add(count + (certain ? " " : " perhaps ") + UpdateWords.of(fate));
        }
    }
}
