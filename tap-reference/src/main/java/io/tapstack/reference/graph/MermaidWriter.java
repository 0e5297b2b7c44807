package io.tapstack.reference.graph;

import io.tapstack.model.value.LogicalId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Writes an architecture as a flowchart of Mermaid, which GitHub and others draw where it stands in a page.
 *
 * <p>The same architecture gives the same text. Dashed frames are parts that exist under a condition only; what a key encrypts hangs
 * on it by dotted lines; dotted arrows are those of what only watches.
 *
 * @see <a href="https://mermaid.js.org/syntax/flowchart.html">Flowcharts of Mermaid</a>
 */
public final class MermaidWriter {

    private final Architecture architecture;
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final StringBuilder out = new StringBuilder();

    private MermaidWriter(Architecture architecture) {
        this.architecture = architecture;
    }

    /** The flowchart of an architecture, with a line break at its end. */
    public static String write(Architecture architecture) {
        MermaidWriter writer = new MermaidWriter(Objects.requireNonNull(architecture, "architecture"));
        writer.writeAll();
        return writer.out.toString();
    }

    private void writeAll() {
        Map<Optional<String>, List<Part>> parts = new HashMap<>();
        for (Part part : architecture.parts()) {
            parts.computeIfAbsent(part.area(), area -> new ArrayList<>()).add(part);
        }
        out.append("flowchart LR\n");
        for (Area area : architecture.areas()) {
            out.append("  subgraph ").append(name(area)).append("[\"");
            out.append(MermaidText.label(area.name() + " (" + area.detail() + ")"))
                    .append("\"]\n");
            writeParts(parts.getOrDefault(Optional.of(area.id()), List.of()), "    ");
            out.append("  end\n");
        }
        writeParts(parts.getOrDefault(Optional.empty(), List.of()), "  ");
        writeLinks();
        writeConditional();
    }

    private void writeParts(List<Part> parts, String indent) {
        for (Part part : parts) {
            out.append(indent).append(name(part)).append(shape(part.kind(), label(part)));
            out.append('\n');
        }
    }

    /** One line for all that a part does in the same way. */
    private void writeLinks() {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (Link link : architecture.links()) {
            String start = name("r_", link.from()) + arrow(link);
            targets.computeIfAbsent(start, key -> new ArrayList<>()).add(name("r_", link.to()));
        }
        targets.forEach((start, names) ->
                out.append("  ").append(start).append(String.join(" & ", names)).append('\n'));
    }

    private static String arrow(Link link) {
        if (link.kinds().contains(LinkKind.ENCRYPTS)) {
            return " -.- ";
        }
        String words = link.kinds().stream().map(LinkKind::word).collect(Collectors.joining(", "));
        boolean watches = link.kinds().equals(Set.of(LinkKind.WATCHES));
        return (watches ? " -.->|" : " -->|") + words + "| ";
    }

    private void writeConditional() {
        String conditional = architecture.parts().stream()
                .filter(Part::conditional)
                .map(this::name)
                .collect(Collectors.joining(","));
        if (!conditional.isEmpty()) {
            out.append("  classDef conditional stroke-dasharray: 5 5\n");
            out.append("  class ").append(conditional).append(" conditional\n");
        }
    }

    private String name(Area area) {
        return name("n_", area.id());
    }

    private String name(Part part) {
        return name("r_", part.id());
    }

    /** A name that no text can spoil: the logical id if it is a good one, behind letters that keep it from being a keyword. */
    private String name(String prefix, String id) {
        String key = prefix + id;
        String known = names.get(key);
        if (known == null) {
            String word = id.replace("::", "");
            String wished = LogicalId.isValid(word) ? prefix + word : prefix + "_" + names.size();
            known = taken.add(wished) ? wished : wished + "_" + names.size();
            names.put(key, known);
        }
        return known;
    }

    private static String label(Part part) {
        return "\"" + MermaidText.label(part.name()) + "<br/>" + MermaidText.label(part.detail()) + "\"";
    }

    private static String shape(PartKind kind, String label) {
        return switch (kind) {
            case STORE -> "[(" + label + ")]";
            case CHANNEL -> "[[" + label + "]]";
            case KEY -> "{{" + label + "}}";
            case DOOR -> "([" + label + "])";
            case WATCH -> "[/" + label + "/]";
            case COMPUTE, OTHER -> "[" + label + "]";
        };
    }
}
