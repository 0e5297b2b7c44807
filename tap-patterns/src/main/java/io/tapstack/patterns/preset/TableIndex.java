package io.tapstack.patterns.preset;

import io.tapstack.model.aws.dynamodb.table.GlobalSecondaryIndex;
import io.tapstack.model.aws.dynamodb.table.Projection;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;

/**
 * A global secondary index: finds the items of a table by another key, a moment later than the table itself.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GSI.html">Global secondary indexes</a>
 */
@Immutable
public abstract class TableIndex {

    /** What of an item the index holds. */
    public enum Projected {
        /** Everything. */
        ALL,
        /** The keys of table and index. */
        KEYS_ONLY
    }

    TableIndex() {}

    /** A builder of an index with this name, by this attribute. */
    public static Builder builder(String name, TableAttribute partitionKey) {
        return new Builder().name(name).partitionKey(partitionKey);
    }

    /** Its name: 3 to 255 letters, digits and any of {@code _.-}. */
    public abstract String name();

    /** The attribute by which items are found. */
    public abstract TableAttribute partitionKey();

    /** The attribute by which those found are ordered. */
    public abstract Optional<TableAttribute> sortKey();

    /** What it holds; {@link #included()} beside the keys if that is not empty. */
    @Default
    public Projected projected() {
        return included().isEmpty() ? Projected.ALL : Projected.KEYS_ONLY;
    }

    /** Attributes that it holds beside the keys. */
    public abstract List<String> included();

    @Check
    void check() {
        if (!name().matches("[A-Za-z0-9_.-]{3,255}")) {
            throw new IllegalArgumentException("name: " + name() + " has not 3 to 255 letters, digits and any of _.-");
        }
        if (projected() == Projected.ALL && !included().isEmpty()) {
            throw new IllegalStateException("included: an index of everything includes nothing besides");
        }
    }

    GlobalSecondaryIndex property() {
        Projection.Builder projection = Projection.builder();
        if (included().isEmpty()) {
            projection.projectionType(projected().name());
        } else {
            projection.projectionType("INCLUDE").nonKeyAttributes(included().toArray(String[]::new));
        }
        return GlobalSecondaryIndex.builder()
                .indexName(name())
                .keySchema(TableKey.of(partitionKey(), sortKey()))
                .projection(projection.build())
                .build();
    }

    /** Collects the options of an index. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableTableIndex.Builder {

        Builder() {}
    }
}
