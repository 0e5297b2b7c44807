package io.tapstack.reference.graph;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Writes an architecture in DOT, the language of Graphviz.
 *
 * <p>The same architecture gives the same text. Dashed frames are parts that exist under a condition only; what a key encrypts hangs on
 * it by dotted lines; dashed arrows are those of what only watches.
 *
 * @see <a href="https://graphviz.org/doc/info/lang.html">The DOT language</a>
 */
public final class DotWriter {

    private static final int LONGEST = 80;

    private final Architecture architecture;
    private final SafeNames names = new SafeNames();
    private final StringBuilder out = new StringBuilder();

    private DotWriter(Architecture architecture) {
        this.architecture = architecture;
    }

    /** The graph of an architecture, with a line break at its end. */
    public static String write(Architecture architecture) {
        DotWriter writer = new DotWriter(Objects.requireNonNull(architecture, "architecture"));
        writer.writeAll();
        return writer.out.toString();
    }

    private void writeAll() {
        Map<Optional<String>, List<Part>> parts = Labels.byArea(architecture);
        out.append("digraph architecture {\n  rankdir=LR\n  node [shape=box fontname=\"sans-serif\"]\n");
        out.append("  edge [fontname=\"sans-serif\"]\n");
        for (Area area : architecture.areas()) {
            out.append("  subgraph cluster_").append(names.of(area)).append(" {\n    label=");
            out.append(quoted(Labels.of(area))).append('\n');
            writeParts(parts.getOrDefault(Optional.of(area.id()), List.of()), "    ");
            out.append("  }\n");
        }
        writeParts(parts.getOrDefault(Optional.empty(), List.of()), "  ");
        for (Link link : architecture.links()) {
            out.append("  ").append(names.ofPart(link.from())).append(" -> ").append(names.ofPart(link.to()));
            out.append(" [").append(style(link)).append("]\n");
        }
        out.append("}\n");
    }

    private void writeParts(List<Part> parts, String indent) {
        for (Part part : parts) {
            out.append(indent).append(names.ofPart(part.id())).append(" [label=");
            String name = quoted(part.name());
            String detail = quoted(part.detail());
            out.append(name, 0, name.length() - 1).append("\\n").append(detail, 1, detail.length());
            out.append(shape(part.kind()))
                    .append(part.conditional() ? " style=dashed" : "")
                    .append("]\n");
        }
    }

    private static String shape(PartKind kind) {
        return switch (kind) {
            case STORE -> " shape=cylinder";
            case CHANNEL -> " shape=cds";
            case KEY -> " shape=hexagon";
            case DOOR -> " shape=oval";
            case WATCH -> " shape=parallelogram";
            case COMPUTE, OTHER -> "";
        };
    }

    private static String style(Link link) {
        if (link.kinds().contains(LinkKind.ENCRYPTS)) {
            return "style=dotted arrowhead=none";
        }
        boolean watches = link.kinds().equals(Set.of(LinkKind.WATCHES));
        return "label=" + quoted(Labels.of(link)) + (watches ? " style=dashed" : "");
    }

    /** A text in quotation marks; a backslash would begin an escape, and an ampersand an entity. */
    private static String quoted(String text) {
        return '"'
                + Labels.visible(text, LONGEST)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("&", "&amp;")
                + '"';
    }
}
