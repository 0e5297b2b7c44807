package io.tapstack.model.io;

import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Function;

/** What must hold for every input whatever: used by the tests here, and by any fuzzer that brings bytes. */
public final class ReaderFuzzTarget {

    private ReaderFuzzTarget() {}

    /** The entry that Jazzer looks for by its name. */
    public static void fuzzerTestOneInput(byte[] content) {
        check(content);
    }

    /**
     * Reads bytes as a file, and what was read once more.
     *
     * @throws AssertionError if the reader throws, says nothing about what it can't read, or loses something
     */
    public static void check(byte[] content) {
        check(content, bytes -> TemplateReader.standard().read("fuzz", bytes));
    }

    static void check(byte[] content, Function<byte[], ReadTemplate> reader) {
        try {
            check(reader.apply(content));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError("thrown on " + Base64.getEncoder().encodeToString(content), e);
        } catch (AssertionError e) {
            throw new AssertionError(
                    e.getMessage() + " of " + Base64.getEncoder().encodeToString(content), e);
        }
    }

    private static void check(ReadTemplate read) {
        if (read.template().isEmpty()) {
            require(read.findings().size() == 1, "unreadable without exactly one finding: " + read.findings());
            return;
        }
        Template template = read.template().get();
        for (Finding finding : read.findings()) {
            require(finding.line() > 0 && finding.column() > 0, "a finding without a place: " + finding);
        }
        for (TemplateWriter writer : Readers.WRITERS) {
            String text = writer.write(template);
            ReadTemplate again = TemplateReader.of(Readers.GENEROUS)
                    .read("again." + writer.format().extension(), text.getBytes(StandardCharsets.UTF_8));
            require(again.template().isPresent(), writer + " can't be read: " + again.findings());
            require(again.template().get().equals(template), writer + " loses something");
        }
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new AssertionError(message);
        }
    }
}
