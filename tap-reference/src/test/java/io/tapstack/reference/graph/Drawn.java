package io.tapstack.reference.graph;

import io.tapstack.model.io.TemplateReader;
import io.tapstack.model.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Templates as text, and what is drawn of them as text. */
final class Drawn {

    private static final String NAME = "[rn]_[A-Za-z0-9_]+";
    private static final String LABEL = "\"(?:[\\p{L}0-9._,/()+*= \u2026-]|#[0-9]+;|<br/>)*\"";
    private static final Pattern LINE = Pattern.compile("flowchart LR"
            + "|  subgraph " + NAME + "\\[" + LABEL + "]|  end"
            + "|(?:    |  )" + NAME + "(?:\\[" + LABEL + "]|\\[\\(" + LABEL + "\\)]|\\[\\[" + LABEL + "]]|\\{\\{"
            + LABEL
            + "}}|\\(\\[" + LABEL + "]\\)|\\[/" + LABEL + "/])"
            + "|  " + NAME + " (?:-->\\|[a-z, ]+\\||-\\.->\\|watches\\||-\\.-) " + NAME + "(?: & " + NAME + ")*"
            + "|  classDef conditional stroke-dasharray: 5 5|  class " + NAME + "(?:," + NAME + ")* conditional");

    private Drawn() {}

    static Architecture architecture(String text) {
        Template template = TemplateReader.standard()
                .read("template.yml", text.getBytes(StandardCharsets.UTF_8))
                .template()
                .orElseThrow();
        return Architecture.of(template);
    }

    /** Each link as {@code from verb, verb to}. */
    static List<String> links(Architecture architecture) {
        return architecture.links().stream()
                .map(link -> link.from() + " "
                        + link.kinds().stream().map(LinkKind::word).collect(Collectors.joining(", ")) + " " + link.to())
                .toList();
    }

    /** The lines that are no line of the few forms that the writer knows; the forms leave no room for anything else. */
    static List<String> strangeLines(String mermaid) {
        return mermaid.lines().filter(line -> !LINE.matcher(line).matches()).toList();
    }
}
