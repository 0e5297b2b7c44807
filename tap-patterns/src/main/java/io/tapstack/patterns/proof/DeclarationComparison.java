package io.tapstack.patterns.proof;

import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What differs between two templates beside their resources. */
final class DeclarationComparison {

    private static final String RESOURCES = "Resources";
    private static final String OUTPUTS = "Outputs";
    private static final String EXPORT = "Export";
    private static final String VALUE = "Value";
    private static final String UNFOLLOWED = "what CloudFormation makes of it is not followed";

    private final Redefinitions redefinitions;
    private final Map<String, ResourceDraft> drafts;
    private final Set<String> retyped;
    private final List<DeclarationUpdate> updates = new ArrayList<>();

    private DeclarationComparison(Redefinitions redefinitions, Map<String, ResourceDraft> drafts, Set<String> retyped) {
        this.retyped = retyped;
        this.redefinitions = redefinitions;
        this.drafts = drafts;
    }

    /**
     * Compares two templates.
     *
     * @param drafts what becomes of the resources that both have
     * @param retyped those that both have with different types
     */
    static List<DeclarationUpdate> of(
            Template before,
            Template after,
            Redefinitions redefinitions,
            Map<String, ResourceDraft> drafts,
            Set<String> retyped) {
        DeclarationComparison comparison = new DeclarationComparison(redefinitions, drafts, retyped);
        comparison.part("AWSTemplateFormatVersion", before.formatVersion(), after.formatVersion(), DataLoss.NONE);
        comparison.part("Description", before.description(), after.description(), DataLoss.NONE);
        comparison.part("Metadata", before.metadata(), after.metadata(), DataLoss.NONE);
        boolean sameMacros = Surroundings.macros(before).equals(Surroundings.macros(after));
        comparison.part(
                "Transform", before.transforms(), after.transforms(), sameMacros ? DataLoss.NONE : DataLoss.POSSIBLE);
        comparison.declarations("Parameters", before.parameters(), after.parameters());
        comparison.declarations("Mappings", before.mappings(), after.mappings());
        comparison.declarations("Rules", before.rules(), after.rules());
        comparison.declarations("Conditions", before.conditions(), after.conditions());
        comparison.loops("Conditions", before.conditionLoops(), after.conditionLoops(), DataLoss.NONE);
        comparison.loops(RESOURCES, before.resourceLoops(), after.resourceLoops(), DataLoss.POSSIBLE);
        comparison.declarations(OUTPUTS, before.outputs(), after.outputs());
        comparison.loops(OUTPUTS, before.outputLoops(), after.outputLoops(), DataLoss.NONE);
        comparison.others(before.others(), after.others());
        return comparison.updates;
    }

    private void part(String section, Object before, Object after, DataLoss loss) {
        if (!before.equals(after)) {
            add(section, "", Fate.UPDATED, SourceLocation.unknown(), loss, loss == DataLoss.NONE ? "" : UNFOLLOWED);
        }
    }

    private void declarations(String section, List<? extends Declaration> before, List<? extends Declaration> after) {
        Map<String, Declaration> old = byName(before);
        Map<String, Declaration> now = byName(after);
        for (String name : names(old, now)) {
            Declaration was = old.get(name);
            Declaration is = now.get(name);
            SourceLocation source =
                    is != null ? is.source() : Objects.requireNonNull(was).source();
            String note = note(was, is);
            if (!Objects.equals(was, is) || !note.isEmpty()) {
                add(section, name, fate(was, is), source, DataLoss.NONE, note);
            }
        }
    }

    private String note(@Nullable Declaration before, @Nullable Declaration after) {
        if (before instanceof Output output) {
            return export(output, (Output) after);
        }
        boolean defaulted = before instanceof Parameter old
                && after instanceof Parameter now
                && !old.defaultValue().equals(now.defaultValue());
        return defaulted ? "an update that keeps the values of parameters does not take the new default" : "";
    }

    /** What other stacks that import an output have to say to its update; empty if nothing. */
    private String export(Output before, @Nullable Output after) {
        Value<?> old = before.members().find(EXPORT);
        if (old == null) {
            return "";
        }
        if (after == null
                || !isSame(name(old), name(after.members().find(EXPORT)))
                || !before.condition().equals(after.condition())
                || !isSame(before.members().find(VALUE), after.members().find(VALUE))) {
            return "CloudFormation refuses this while another stack imports it";
        }
        String reason = why(Uses.of(after.body()));
        String condition = after.condition().map(redefinitions::condition).orElse("");
        if (reason.isEmpty() && condition.isEmpty()) {
            return "";
        }
        return "it may change, since " + (reason.isEmpty() ? condition : reason)
                + "; CloudFormation refuses that while another stack imports it";
    }

    private static @Nullable Value<?> name(@Nullable Value<?> export) {
        return export instanceof ObjectValue<?> object ? object.members().find("Name") : export;
    }

    /** Whether two values surely give the same text, or are written alike. */
    private static boolean isSame(@Nullable Value<?> before, @Nullable Value<?> after) {
        if (before == null || after == null || before.equals(after)) {
            return Objects.equals(before, after);
        }
        Pieces old = Pieces.of(before);
        Pieces now = Pieces.of(after);
        return old != null && now != null && old.isSame(now);
    }

    /** Why something that stands alike in both templates may turn out otherwise; empty if it turns out alike. */
    private String why(Uses uses) {
        for (String name : uses.names()) {
            if (mayChange(name, null)) {
                return name + " may change";
            }
        }
        for (Map.Entry<String, Set<String>> asked : uses.attributes().entrySet()) {
            for (String attribute : asked.getValue()) {
                if (mayChange(asked.getKey(), attribute)) {
                    return asked.getKey() + "." + attribute + " may change";
                }
            }
        }
        return redefinitions.of(uses);
    }

    private boolean mayChange(String resource, @Nullable String attribute) {
        ResourceDraft draft = drafts.get(resource);
        return retyped.contains(resource) || draft != null && draft.mayChange(attribute);
    }

    private void loops(String section, List<ForEach> before, List<ForEach> after, DataLoss loss) {
        Map<String, ForEach> old = new LinkedHashMap<>();
        before.forEach(loop -> old.putIfAbsent(loop.key(), loop));
        Map<String, ForEach> now = new LinkedHashMap<>();
        after.forEach(loop -> now.putIfAbsent(loop.key(), loop));
        for (String name : names(old, now)) {
            ForEach was = old.get(name);
            ForEach is = now.get(name);
            boolean differs = !Objects.equals(was, is);
            String reason = differs
                    ? UNFOLLOWED
                    : why(Uses.made(Objects.requireNonNull(is).argument()));
            if (!reason.isEmpty()) {
                DataLoss worst = was == null ? DataLoss.NONE : loss;
                add(section, name, fate(was, is), SourceLocation.unknown(), worst, reason);
            }
        }
    }

    /** What this library does not know may be anything to a macro. */
    private void others(Map<String, Value<?>> before, Map<String, Value<?>> after) {
        for (String name : names(before, after)) {
            Value<?> was = before.get(name);
            Value<?> is = after.get(name);
            boolean differs = !Objects.equals(was, is);
            if (differs && isEmpty(was) && isEmpty(is)) {
                add(name, "", fate(was, is), SourceLocation.unknown(), DataLoss.NONE, "");
                continue;
            }
            String reason = differs ? UNFOLLOWED : why(Uses.made(Objects.requireNonNull(is)));
            if (!reason.isEmpty()) {
                add(name, "", fate(was, is), SourceLocation.unknown(), DataLoss.POSSIBLE, reason);
            }
        }
    }

    private static boolean isEmpty(@Nullable Value<?> value) {
        return value == null
                || value instanceof ObjectValue<?> object && object.members().isEmpty();
    }

    private static Map<String, Declaration> byName(List<? extends Declaration> declarations) {
        Map<String, Declaration> byName = new LinkedHashMap<>();
        declarations.forEach(
                declaration -> byName.putIfAbsent(declaration.logicalId().name(), declaration));
        return byName;
    }

    private static Set<String> names(Map<String, ?> before, Map<String, ?> after) {
        Set<String> names = new LinkedHashSet<>(after.keySet());
        names.addAll(before.keySet());
        return names;
    }

    private static Fate fate(@Nullable Object before, @Nullable Object after) {
        if (before == null) {
            return Fate.ADDED;
        }
        return after == null ? Fate.REMOVED : Fate.UPDATED;
    }

    private void add(String section, String name, Fate fate, SourceLocation source, DataLoss loss, String note) {
        updates.add(new DeclarationUpdate(section, name, fate, source, loss, note));
    }
}
