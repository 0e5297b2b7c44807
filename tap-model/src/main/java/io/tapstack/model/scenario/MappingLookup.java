package io.tapstack.model.scenario;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What can be found in a mapping, and for which values of the parameters that are its keys. */
final class MappingLookup {

    private static final int MOST_CELLS = 2_000;

    private final Variables variables;
    private final PropertyBag rows;
    private final @Nullable Value<?> top;
    private final @Nullable Value<?> second;
    private final Map<Value<?>, Map<String, List<String>>> cells = new LinkedHashMap<>();

    private MappingLookup(Variables variables, Mapping mapping, FindInMap<?> lookup) {
        this.variables = variables;
        this.rows = mapping.entries();
        this.top = lookup.argument(1);
        this.second = lookup.argument(2);
    }

    /** Each value that can be found, with all guards under which it is found; none if that is not known. */
    static Map<Value<?>, List<@Nullable Guard>> choices(
            Variables variables, FindInMap<?> lookup, @Nullable Guard guard) {
        Mapping mapping = lookup.argument(0) instanceof Literal<?> name ? variables.mapping(name.text()) : null;
        if (mapping == null || lookup.argument(3) != null) {
            return Map.of();
        }
        MappingLookup found = new MappingLookup(variables, mapping, lookup);
        return found.isKey(found.top) && found.isKey(found.second) && found.collect() ? found.guards(guard) : Map.of();
    }

    private boolean isKey(@Nullable Value<?> key) {
        return key instanceof Literal || key instanceof Ref<?> ref && variables.isText(ref.target());
    }

    /** Whether all cells could be read. */
    private boolean collect() {
        int count = 0;
        for (int i = 0; i < rows.size(); i++) {
            String row = rows.nameAt(i);
            if (!fits(top, row) || !(rows.valueAt(i) instanceof ObjectValue<?> columns)) {
                continue;
            }
            for (int j = 0; j < columns.members().size(); j++) {
                String column = columns.members().nameAt(j);
                Value<?> cell = columns.members().valueAt(j);
                if (fits(second, column)) {
                    if (++count > MOST_CELLS || !isPlain(cell)) {
                        return false;
                    }
                    cells.computeIfAbsent(cell, value -> new LinkedHashMap<>())
                            .computeIfAbsent(row, name -> new ArrayList<>())
                            .add(column);
                }
            }
        }
        return true;
    }

    private static boolean fits(@Nullable Value<?> key, String name) {
        return !(key instanceof Literal<?> literal) || literal.text().equals(name);
    }

    private static boolean isPlain(Value<?> cell) {
        return cell instanceof Literal
                || cell instanceof ListValue<?> list && list.items().stream().allMatch(Literal.class::isInstance);
    }

    private Map<Value<?>, List<@Nullable Guard>> guards(@Nullable Guard guard) {
        Map<Value<?>, List<@Nullable Guard>> found = new LinkedHashMap<>();
        for (Map.Entry<Value<?>, Map<String, List<String>>> cell : cells.entrySet()) {
            Map<List<String>, List<String>> rowsByColumns = new LinkedHashMap<>();
            cell.getValue()
                    .forEach((row, columns) -> rowsByColumns
                            .computeIfAbsent(columns, same -> new ArrayList<>())
                            .add(row));
            List<@Nullable Guard> ways = new ArrayList<>();
            for (Map.Entry<List<String>, List<String>> keys : rowsByColumns.entrySet()) {
                ways.add(choosing(choosing(guard, top, keys.getValue()), second, keys.getKey()));
            }
            found.put(cell.getKey(), ways);
        }
        return found;
    }

    private static @Nullable Guard choosing(@Nullable Guard guard, @Nullable Value<?> key, List<String> values) {
        return key instanceof Ref<?> ref ? Guard.choosing(guard, ref.target(), values) : guard;
    }
}
