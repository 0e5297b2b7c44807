package io.tapstack.reference.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page of a rule, of {@code docs/rules}.
 *
 * @param ruleId the rule
 * @param text all of it, as Markdown
 */
public record RulePage(String ruleId, String text) {

    private static final Pattern ID = Pattern.compile("\\w{1,100}");
    private static final Pattern FIRST_PARAGRAPH =
            Pattern.compile("(?s)# \\w+\\s+(?:\\*\\*\\w+\\.\\*\\*\\s+)?(.+?)\\s*(?:\\n\\n.*|$)");

    /** The page of a rule; empty if it has none. */
    public static Optional<RulePage> of(String ruleId) {
        if (!ID.matcher(ruleId).matches()) {
            return Optional.empty();
        }
        try (InputStream page = RulePage.class.getResourceAsStream("/io/tapstack/reference/rules/" + ruleId + ".md")) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new RulePage(ruleId, new String(page.readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the rule demands: the first paragraph, on one line. */
    public String demand() {
        Matcher matcher = FIRST_PARAGRAPH.matcher(text);
        return matcher.matches() ? matcher.group(1).replaceAll("\\s+", " ") : "";
    }
}
