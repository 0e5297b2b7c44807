package io.tapstack.model.io;

import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Value;
import org.jspecify.annotations.Nullable;

/** What an anchor of YAML stands before. */
final class YamlAnchor {

    /** The node of a key. */
    static final int NO_NODE = -1;

    /** The node in the {@link SourceMap}; {@link #NO_NODE} for a key. */
    final int node;
    /** The value; null as long as it has not ended. */
    @Nullable
    Value<?> value;
    /** How many nodes are in it. */
    long nodes;
    /** How much deeper than itself the deepest of them stands. */
    int height;

    YamlAnchor(int node) {
        this.node = node;
    }

    /** An anchor before a key: the node that an alias repeats is none of its own. */
    static YamlAnchor ofKey(Literal<?> key) {
        YamlAnchor anchor = new YamlAnchor(NO_NODE);
        anchor.value = key;
        anchor.nodes = 1;
        return anchor;
    }
}
