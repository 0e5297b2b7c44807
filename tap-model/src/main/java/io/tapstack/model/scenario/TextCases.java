package io.tapstack.model.scenario;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.Join;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells for expressions that can be a few texts only which ones, and when each: literals, mappings, and texts put together. */
final class TextCases {

    private static final int MOST_CELLS = 2_000;
    private static final int MOST_TEXTS = 100;

    private final ConditionReader reader;
    private final Variables variables;

    TextCases(ConditionReader reader, Variables variables) {
        this.reader = reader;
        this.variables = variables;
    }

    /** Each text that a value can be, and when; null if it can be others, or is a mere parameter. */
    @Nullable
    Map<String, Formula> of(Value<?> value, int depth) {
        if (depth > ConditionReader.MAXIMUM_DEPTH) {
            return null;
        }
        if (value instanceof Literal<?> literal) {
            return Map.of(literal.text(), Formula.constant(true));
        }
        if (value instanceof FindInMap<?> lookup) {
            return mapping(lookup, depth);
        }
        if (value instanceof Sub sub) {
            return sub(sub, depth);
        }
        return value instanceof Join join ? join(join, depth) : null;
    }

    private @Nullable Map<String, Formula> mapping(FindInMap<?> lookup, int depth) {
        Value<?> top = lookup.argument(1);
        Value<?> second = lookup.argument(2);
        Mapping mapping = lookup.argument(0) instanceof Literal<?> name ? variables.mapping(name.text()) : null;
        if (mapping == null || top == null || second == null || lookup.argument(3) != null) {
            return null;
        }
        Map<String, List<Formula>> found = new LinkedHashMap<>();
        PropertyBag rows = mapping.entries();
        int cells = 0;
        for (int i = 0; i < rows.size(); i++) {
            Formula inRow = reader.isText(top, rows.nameAt(i), depth + 1);
            PropertyBag row = rows.valueAt(i) instanceof ObjectValue<?> object ? object.members() : PropertyBag.empty();
            for (int j = 0; j < row.size() && inRow != Formula.constant(false); j++) {
                if (++cells > MOST_CELLS || !(row.valueAt(j) instanceof Literal<?> cell)) {
                    return null;
                }
                Formula inCell = Formula.all(List.of(inRow, reader.isText(second, row.nameAt(j), depth + 1)));
                if (inCell != Formula.constant(false)) {
                    found.computeIfAbsent(cell.text(), text -> new ArrayList<>())
                            .add(inCell);
                }
            }
        }
        if (found.isEmpty()) {
            return null;
        }
        Map<String, Formula> cases = merged(found);
        reader.demand(Formula.any(new ArrayList<>(cases.values())));
        return cases;
    }

    private static Map<String, Formula> merged(Map<String, List<Formula>> found) {
        Map<String, Formula> cases = new LinkedHashMap<>();
        found.forEach((text, when) -> cases.put(text, Formula.any(when)));
        return cases;
    }

    private @Nullable Map<String, Formula> join(Join join, int depth) {
        if (!(join.argument(0) instanceof Literal<?> delimiter) || !(join.argument(1) instanceof ListValue<?> list)) {
            return null;
        }
        List<Map<String, Formula>> parts = new ArrayList<>();
        for (Value<?> item : list.items()) {
            if (!parts.isEmpty()) {
                parts.add(Map.of(delimiter.text(), Formula.constant(true)));
            }
            if (!add(item, depth, parts)) {
                return null;
            }
        }
        return product(parts);
    }

    private @Nullable Map<String, Formula> sub(Sub sub, int depth) {
        List<Map<String, Formula>> parts = new ArrayList<>();
        for (SubPart part : sub.parts()) {
            if (!part.isPlaceholder()) {
                parts.add(Map.of(part.text(), Formula.constant(true)));
                continue;
            }
            Value<?> variable = sub.variables().find(part.name());
            boolean known = variable == null
                    ? part.attribute().isEmpty() && addParameter(part.name(), parts)
                    : add(variable, depth, parts);
            if (!known) {
                return null;
            }
        }
        return product(parts);
    }

    private boolean add(Value<?> value, int depth, List<Map<String, Formula>> parts) {
        if (value instanceof Ref<?> ref) {
            return addParameter(ref.target(), parts);
        }
        Map<String, Formula> cases = of(value, depth + 1);
        return cases != null && parts.add(cases);
    }

    private boolean addParameter(String name, List<Map<String, Formula>> parts) {
        List<String> allowed = variables.allowed(name);
        if (allowed.isEmpty() || allowed.size() > MOST_TEXTS) {
            return false;
        }
        Map<String, Formula> cases = new LinkedHashMap<>();
        for (String text : allowed) {
            cases.put(text, Formula.isOneOf(variables.parameter(name), List.of(text)));
        }
        return parts.add(cases);
    }

    private static @Nullable Map<String, Formula> product(List<Map<String, Formula>> parts) {
        Map<String, Formula> texts = Map.of("", Formula.constant(true));
        for (Map<String, Formula> part : parts) {
            if (texts.size() * part.size() > MOST_TEXTS) {
                return null;
            }
            Map<String, List<Formula>> longer = new LinkedHashMap<>();
            texts.forEach((start, first) ->
                    part.forEach((end, second) -> longer.computeIfAbsent(start + end, text -> new ArrayList<>())
                            .add(Formula.all(List.of(first, second)))));
            texts = merged(longer);
        }
        return texts;
    }
}
