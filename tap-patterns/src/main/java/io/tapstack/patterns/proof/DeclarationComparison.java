package io.tapstack.patterns.proof;

import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Output;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.ForEach;
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
    private final Set<String> replaced;
    private final List<DeclarationUpdate> updates = new ArrayList<>();

    private DeclarationComparison(Redefinitions redefinitions, Set<String> replaced) {
        this.redefinitions = redefinitions;
        this.replaced = replaced;
    }

    /**
     * Compares two templates.
     *
     * @param replaced the resources that are, or may be, replaced
     */
    static List<DeclarationUpdate> of(
            Template before, Template after, Redefinitions redefinitions, Set<String> replaced) {
        DeclarationComparison comparison = new DeclarationComparison(redefinitions, replaced);
        comparison.part("AWSTemplateFormatVersion", before.formatVersion(), after.formatVersion(), DataLoss.NONE);
        comparison.part("Description", before.description(), after.description(), DataLoss.NONE);
        comparison.part("Metadata", before.metadata(), after.metadata(), DataLoss.NONE);
        comparison.part("Transform", before.transforms(), after.transforms(), DataLoss.POSSIBLE);
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
                || !old.equals(after.members().find(EXPORT))
                || !before.condition().equals(after.condition())
                || !Objects.equals(before.members().find(VALUE), after.members().find(VALUE))) {
            return "CloudFormation refuses this while another stack imports it";
        }
        Uses uses = Uses.of(after.members().find(VALUE));
        Set<String> named = new LinkedHashSet<>(uses.names());
        named.addAll(uses.attributes().keySet());
        for (String name : named) {
            if (replaced.contains(name)) {
                return "it may change with " + name + ", which CloudFormation refuses while another stack imports it";
            }
        }
        String reason = redefinitions.of(uses);
        return reason.isEmpty()
                ? ""
                : "it may change, since " + reason + "; CloudFormation refuses that while another stack imports it";
    }

    private void loops(String section, List<ForEach> before, List<ForEach> after, DataLoss loss) {
        Map<String, ForEach> old = new LinkedHashMap<>();
        before.forEach(loop -> old.putIfAbsent(loop.key(), loop));
        Map<String, ForEach> now = new LinkedHashMap<>();
        after.forEach(loop -> now.putIfAbsent(loop.key(), loop));
        for (String name : names(old, now)) {
            if (!Objects.equals(old.get(name), now.get(name))) {
                DataLoss worst = old.containsKey(name) ? loss : DataLoss.NONE;
                add(section, name, fate(old.get(name), now.get(name)), SourceLocation.unknown(), worst, UNFOLLOWED);
            }
        }
    }

    private void others(Map<String, Value<?>> before, Map<String, Value<?>> after) {
        for (String name : names(before, after)) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                boolean unfollowed = name.equals(RESOURCES);
                add(
                        name,
                        "",
                        fate(before.get(name), after.get(name)),
                        SourceLocation.unknown(),
                        unfollowed ? DataLoss.POSSIBLE : DataLoss.NONE,
                        unfollowed ? UNFOLLOWED : "");
            }
        }
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
