package io.tapstack.model.io;

import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of reading a file: the template unless nothing could be read, what is to be said about it, and where everything stands. */
public final class ReadTemplate {

    private final String file;
    private final TemplateFormat format;
    private final @Nullable Template template;
    private final SourceMap map;
    private final List<Finding> findings;

    ReadTemplate(
            String file, TemplateFormat format, @Nullable Template template, SourceMap map, List<Finding> findings) {
        this.file = file;
        this.format = format;
        this.template = template;
        this.map = map;
        this.findings = findings;
    }

    /** The name of the file, as it was given. */
    public String file() {
        return file;
    }

    /** The template; empty if the file can't be read, of which there is one finding then. */
    public Optional<Template> template() {
        return Optional.ofNullable(template);
    }

    /** The notation in which it is written, or would be by its beginning. */
    public TemplateFormat format() {
        return format;
    }

    /** What is wrong with the text itself, in its order; all of it has severity ERROR. */
    public List<Finding> findings() {
        return findings;
    }

    /**
     * Whether the template holds all that stands in the file but comments and the way in which it is written. It does not if a key
     * stands twice in one object, or if there was more to find than the reader lists.
     */
    public boolean isLossless() {
        return template != null && findings.stream().noneMatch(finding -> ReaderRules.isLoss(finding.ruleId()));
    }

    /**
     * Where a part of the template stands: the key of a member, the beginning of an item of a list.
     *
     * @param jsonPointer the way to it, as findings have it; the first slash may be missing
     * @return the place of the part, or of what holds it if it does not stand in the file; empty if nothing was read
     */
    public Optional<SourceLocation> locate(String jsonPointer) {
        if (map.size() == 0) {
            return Optional.empty();
        }
        int node = map.find(jsonPointer);
        return Optional.of(SourceLocation.of(file, map.line(node), map.column(node)));
    }

    /** Findings about the template, each with the place in the file that its path leads to. */
    public List<Finding> located(List<Finding> about) {
        List<Finding> located = new ArrayList<>(about.size());
        for (Finding finding : about) {
            located.add(located(finding));
        }
        return Collections.unmodifiableList(located);
    }

    private Finding located(Finding finding) {
        if (map.size() == 0) {
            return finding;
        }
        int node = map.find(finding.path());
        Finding.Builder located = finding.toBuilder();
        located.file(file).line(map.line(node)).column(map.column(node));
        return located.build();
    }

    @Override
    public String toString() {
        return file + (template == null ? " can't be read" : " was read");
    }
}
