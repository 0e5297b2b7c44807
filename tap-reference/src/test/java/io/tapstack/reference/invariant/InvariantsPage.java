package io.tapstack.reference.invariant;

import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.composition.Weakenings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The page with the score of each invariant: how many weakenings were made for it, and how many it caught. */
final class InvariantsPage {

    private static final Path FIXTURES = Path.of("../tap-patterns/src/test/resources/rules");

    private InvariantsPage() {}

    static String text() {
        StringBuilder page = new StringBuilder("""
                # Invariants

                Generated from the tests (`InvariantsPageTest`). An invariant is a rule of the pack `security`: it holds of every stack
                that the pipelines and presets make, under every assignment of its parameters, and it is a public class, so that other
                stacks can be held against it (`tap check`).

                A weakening makes a template worse in one way: a key is dropped, a group opened, a wildcard hidden, a principal
                rerouted, a worse branch made reachable by a condition, a link of a rotation cut. Each weakening is made of each
                pipeline that has something to weaken, at the first and at the last resource that it fits, and of a stack of all
                presets if no pipeline has. It is caught if the right rule speaks of the right resource. Random weakenings of random
                resources are tried by `InvariantPropertyTest` beside these, with the seed that it prints.

                """);
        long caught = Trials.all().stream().filter(Trial::isCaught).count();
        page.append(Weakenings.all().size()).append(" weakenings, ");
        page.append(Trials.all().size()).append(" made, ").append(caught).append(" caught: ");
        page.append(percent(caught, Trials.all().size())).append(".\n\n## By invariant\n\n");
        page.append(
                "Passed, failed and unknown are templates in `tap-patterns/src/test/resources/rules`, with what the rule says of");
        page.append(" them beside; in those of `pass` it judged something, in those of `unknown` it could not.\n\n");
        page.append("| invariant | demands | made | caught | caught by no other | passed | failed | unknown |\n");
        page.append("|---|---|---|---|---|---|---|---|\n");
        for (TemplateRule rule : Invariants.all()) {
            List<Trial> trials = Trials.of(rule.id());
            row(
                    page,
                    "[" + rule.id() + "](rules/" + rule.id() + ".md)",
                    rule.title(),
                    String.valueOf(trials.size()),
                    String.valueOf(trials.stream().filter(Trial::isCaught).count()),
                    alone(rule.id()).map(trial -> trial.weakening().toString()).orElse("none"),
                    fixtures(rule.id(), "pass"),
                    fixtures(rule.id(), "fail"),
                    fixtures(rule.id(), "unknown"));
        }
        page.append("\n## What CloudFormation itself demands\n\n| rule | made | caught |\n|---|---|---|\n");
        for (String id : Invariants.others()) {
            List<Trial> trials = Trials.of(id);
            row(
                    page,
                    "[" + id + "](rules/" + id + ".md)",
                    String.valueOf(trials.size()),
                    String.valueOf(trials.stream().filter(Trial::isCaught).count()));
        }
        return page.toString();
    }

    /** A trial that the rule alone catches. */
    static Optional<Trial> alone(String rule) {
        return Trials.of(rule).stream().filter(Trial::isCaughtByOneOnly).findFirst();
    }

    /** The names of the templates that show a rule pass, fail or not know. */
    static String fixtures(String rule, String kind) {
        Path folder = FIXTURES.resolve(rule).resolve(kind);
        if (!Files.isDirectory(folder)) {
            return "";
        }
        try (Stream<Path> files = Files.list(folder)) {
            return String.join(
                    ", ",
                    files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".yml"))
                            .map(name -> name.replace(".yml", ""))
                            .sorted()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String percent(long part, long all) {
        return part == all ? "100 %" : Math.floor(part * 1000.0 / all) / 10 + " %";
    }

    private static void row(StringBuilder page, String... cells) {
        for (String cell : cells) {
            page.append("| ").append(cell.replace("|", "\\|")).append(' ');
        }
        page.append("|\n");
    }
}
