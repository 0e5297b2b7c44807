package io.tapstack.patterns.preset;

import io.tapstack.model.aws.dynamodb.table.AttributeDefinition;
import io.tapstack.model.aws.dynamodb.table.KeySchema;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The keys of a table and of its indexes in CloudFormation's terms. */
final class TableKey {

    private TableKey() {}

    /** The key of a table or an index. */
    static Value<List<KeySchema>> of(TableAttribute partitionKey, Optional<TableAttribute> sortKey) {
        List<Value<KeySchema>> parts = new ArrayList<>();
        parts.add(part(partitionKey, KeySchema.KEY_TYPE_HASH));
        sortKey.ifPresent(attribute -> parts.add(part(attribute, KeySchema.KEY_TYPE_RANGE)));
        return Value.list(parts);
    }

    private static KeySchema part(TableAttribute attribute, String type) {
        return KeySchema.builder().attributeName(attribute.name()).keyType(type).build();
    }

    /**
     * The attributes of all keys of a table, each once.
     *
     * @throws IllegalStateException if one has two types
     */
    static Value<List<AttributeDefinition>> attributes(EncryptedTable table) {
        List<TableAttribute> all = new ArrayList<>();
        all.add(table.partitionKey());
        table.sortKey().ifPresent(all::add);
        for (TableIndex index : table.indexes()) {
            all.add(index.partitionKey());
            index.sortKey().ifPresent(all::add);
        }
        Map<String, TableAttribute> byName = new LinkedHashMap<>();
        List<Value<AttributeDefinition>> definitions = new ArrayList<>();
        for (TableAttribute attribute : all) {
            TableAttribute known = byName.putIfAbsent(attribute.name(), attribute);
            if (known == null) {
                definitions.add(AttributeDefinition.builder()
                        .attributeName(attribute.name())
                        .attributeType(attribute.type())
                        .build());
            } else if (!known.equals(attribute)) {
                throw new IllegalStateException("indexes: the attribute " + attribute.name() + " is of type "
                        + known.type() + " and of type " + attribute.type());
            }
        }
        return Value.list(definitions);
    }
}
