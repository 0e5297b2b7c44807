package io.tapstack.reference.requirement;

import java.util.List;
import java.util.Map;

/** The page that tells of each requirement what shows it, and what would make it fail. */
final class RequirementsPage {

    private static final Map<String, String> TITLES = Map.of(
            "transaction", "A: `transaction`",
            "data", "B: `data`",
            "financial", "C: `financial`");

    private RequirementsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Requirements

                Generated from the tests (`RequirementsTest`). Each requirement is a test on the rendered template of its pipeline: what
                shows it must hold under every assignment of the parameters that matters, which are all combinations of values on which
                conditions turn, and each other value that is allowed. Each of the changes beside it, made to the template, makes the
                test fail.

                """);
        int requirements = 0;
        int mutations = 0;
        for (List<Requirement> all : Requirements.ALL.values()) {
            requirements += all.size();
            mutations += all.stream().mapToInt(one -> one.mutations().size()).sum();
        }
        page.append(requirements).append(" requirements, ").append(mutations).append(" changes that make them fail.\n");
        Requirements.ALL.forEach((pipeline, all) -> {
            page.append("\n## ").append(TITLES.get(pipeline)).append("\n\n");
            page.append("| | requirement | shown by | fails if |\n|---|---|---|---|\n");
            for (Requirement requirement : all) {
                row(
                        page,
                        requirement.number(),
                        requirement.text(),
                        requirement.shownBy(),
                        String.join("; ", requirement.mutations().keySet()));
            }
        });
        page.append("\n## Contradictions\n\n");
        page.append("| pipelines | demanded | against it | settled |\n|---|---|---|---|\n");
        for (Contradiction one : Contradiction.ALL) {
            row(page, one.pipelines(), one.demand(), one.against(), one.settled());
        }
        return page.toString();
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }
}
