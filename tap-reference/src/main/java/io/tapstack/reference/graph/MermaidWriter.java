package io.tapstack.reference.graph;

import java.util.ArrayList;
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
    private final SafeNames names = new SafeNames();
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
        Map<Optional<String>, List<Part>> parts = Labels.byArea(architecture);
        out.append("flowchart LR\n");
        for (Area area : architecture.areas()) {
            out.append("  subgraph ").append(names.of(area)).append("[\"");
            out.append(MermaidText.label(Labels.of(area))).append("\"]\n");
            writeParts(parts.getOrDefault(Optional.of(area.id()), List.of()), "    ");
            out.append("  end\n");
        }
        writeParts(parts.getOrDefault(Optional.empty(), List.of()), "  ");
        writeLinks();
        writeConditional();
    }

    private void writeParts(List<Part> parts, String indent) {
        for (Part part : parts) {
            out.append(indent).append(names.ofPart(part.id())).append(shape(part.kind(), label(part)));
            out.append('\n');
        }
    }

    /** One line for all that a part does in the same way. */
    private void writeLinks() {
        Map<String, List<String>> targets = new LinkedHashMap<>();
        for (Link link : architecture.links()) {
            String start = names.ofPart(link.from()) + arrow(link);
            targets.computeIfAbsent(start, key -> new ArrayList<>()).add(names.ofPart(link.to()));
        }
        targets.forEach((start, names) ->
                out.append("  ").append(start).append(String.join(" & ", names)).append('\n'));
    }

    private static String arrow(Link link) {
        if (link.kinds().contains(LinkKind.ENCRYPTS)) {
            return " -.- ";
        }
        boolean watches = link.kinds().equals(Set.of(LinkKind.WATCHES));
        return (watches ? " -.->|" : " -->|") + Labels.of(link) + "| ";
    }

    private void writeConditional() {
        String conditional = architecture.parts().stream()
                .filter(Part::conditional)
                .map(part -> names.ofPart(part.id()))
                .collect(Collectors.joining(","));
        if (!conditional.isEmpty()) {
            out.append("  classDef conditional stroke-dasharray: 5 5\n");
            out.append("  class ").append(conditional).append(" conditional\n");
        }
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
