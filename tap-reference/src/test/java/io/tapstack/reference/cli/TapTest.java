package io.tapstack.reference.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.reference.pipeline.ReferencePipelines;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line as a whole, and {@code tap list}. */
class TapTest {

    @Test
    void listNamesThePipelines() {
        assertThat(Outcome.of("list")).isEqualTo(new Outcome(0, "transaction\ndata\nfinancial\n", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h"})
    void helpNamesTheCommandsThatExist(String option) {
        Outcome help = Outcome.of(option);
        assertThat(help.exitCode()).isZero();
        assertThat(help.err()).isEmpty();
        assertThat(help.out())
                .startsWith("Usage: tap")
                .contains("\n  list ", "\n  synth ", "\n  check ", "\n  convert ", "\n  explain ")
                .doesNotContain("\u001b");
    }

    @ParameterizedTest
    @ValueSource(strings = {"list", "synth", "check", "convert", "explain"})
    void eachCommandHasHelp(String command) {
        Outcome help = Outcome.of(command, "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).startsWith("Usage: tap " + command);
    }

    @Test
    void theHelpOfSynthShowsTheOptionsOfThePipelines() {
        assertThat(Outcome.of("synth", "--help").out()).contains("transaction: project=transaction-pipeline");
    }

    @Test
    void theVersionIsOneLine() {
        Outcome version = Outcome.of("--version");
        assertThat(version.exitCode()).isZero();
        assertThat(version.out()).matches("tap [^\n]+\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "--format",
                "check",
                "check --format json",
                "check a.yml --format xml",
                "check a.yml --format",
                "check a.yml --pack nothing",
                "check a.yml --pack Structure",
                "check a.yml --fail-on info",
                "check a.yml --format json --format json",
                "check a.yml --unknown",
                "convert",
                "convert a.yml",
                "convert a.yml --format xml",
                "convert a.yml b.yml --format json",
                "explain",
                "explain UnencryptedStore UnrotatedKey",
                "explain --format json",
                "list extra",
                "list --out x",
                "synth",
                "synth transaction extra",
                "synth transaction --out",
                "synth transaction --unknown",
                "--unknown synth transaction",
                "synth transaction --format yaml --format yaml",
                "@nothing",
            })
    void whatMakesNoSenseIsOneLine(String line) {
        assertThat(Outcome.of(line.isEmpty() ? new String[0] : line.split(" "))).satisfies(TapTest::isOneLineOfTrouble);
    }

    @Test
    void anOptionBeforeTheCommandIsTheProgramsOwn() {
        assertThat(Outcome.of("--unknown", "synth", "transaction").err()).contains("'--unknown'");
        assertThat(Outcome.of("-h", "synth").out()).startsWith("Usage: tap [");
        assertThat(Outcome.of("-V", "synth", "transaction").out()).startsWith("tap ");
    }

    @Test
    void nothingTypedCanStartALine() {
        Outcome outcome = Outcome.of("synth", "a\nb\u001b[31m");
        assertThat(outcome).satisfies(TapTest::isOneLineOfTrouble);
        assertThat(outcome.err()).contains("a b [31m");
    }

    @Test
    void outputThatCannotBeWrittenIsTrouble() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = new Tap(ReferencePipelines.all()).run(new Console(full, err), "list");
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .isEqualTo("tap: cannot write to standard output: No space left on device\n");
    }

    @Test
    void aFaultIsNotTakenForFindings() {
        OutputStream faulty = new OutputStream() {
            @Override
            public void write(int b) {
                throw new IllegalStateException("a fault");
            }
        };
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        assertThat(new Tap(ReferencePipelines.all()).run(new Console(faulty, err), "list"))
                .isEqualTo(70);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("tap: a fault of tap itself")
                .contains("IllegalStateException: a fault");
    }

    @Test
    void aFaultDeepInATemplateIsNotTakenForFindings() {
        OutputStream faulty = new OutputStream() {
            @Override
            public void write(int b) {
                throw new StackOverflowError();
            }
        };
        assertThat(new Tap(ReferencePipelines.all()).run(new Console(faulty, OutputStream.nullOutputStream()), "list"))
                .isEqualTo(70);
    }

    static void isOneLineOfTrouble(Outcome outcome) {
        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).matches("tap: [^\\p{Cntrl}]+\n");
    }
}
