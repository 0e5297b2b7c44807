package io.tapstack.model.io;

import io.tapstack.model.template.Template;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Reads templates in YAML and JSON, whoever wrote them, into the same types as the builders make: a resource of type
 * {@code AWS::DynamoDB::Table} becomes a {@code Table}. Nothing is lost but comments: what this library does not know is kept as it
 * stands.
 *
 * <p>Files may be hostile. Whatever they hold, reading them throws nothing, makes no class that the file names, and takes no more
 * memory and time than {@link ReaderLimits} allow; what is wrong is a finding with its place. Thread-safe.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html">Template formats</a>
 */
public final class TemplateReader {

    private static final TemplateReader STANDARD = new TemplateReader(ReaderLimits.standard());

    private final ReaderLimits limits;
    private final ResourceClasses classes = new ResourceClasses();

    private TemplateReader(ReaderLimits limits) {
        this.limits = limits;
    }

    /** Reads within the standard limits. */
    public static TemplateReader standard() {
        return STANDARD;
    }

    /** Reads within other limits. */
    public static TemplateReader of(ReaderLimits limits) {
        return new TemplateReader(Objects.requireNonNull(limits, "limits"));
    }

    /** Reads a file. That there is none, or that it is a directory or a pipe, is a finding too. */
    public ReadTemplate read(Path file) {
        String name = Objects.requireNonNull(file, "file").toString();
        try {
            return read(name, TemplateBytes.read(file, limits.bytes()));
        } catch (UnreadableException e) {
            return unreadable(name, format(name), new SourceMap(), e);
        }
    }

    /**
     * Reads the content of a file.
     *
     * @param name the name of the file, for findings; if it ends in {@code .json}, {@code .yaml} or {@code .yml}, that settles in doubt
     *     which format it is
     */
    public ReadTemplate read(String name, byte[] content) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(content, "content");
        TemplateFormat format = format(name);
        try {
            TemplateBytes.checkSize(content, limits.bytes());
            String text = TemplateText.decode(content);
            format = TemplateFormat.ofText(text);
            return parse(name, text, format);
        } catch (UnreadableException e) {
            return unreadable(name, format, new SourceMap(), e);
        }
    }

    private static TemplateFormat format(String name) {
        return TemplateFormat.ofFileName(name).orElse(TemplateFormat.YAML);
    }

    private ReadTemplate parse(String name, String text, TemplateFormat format) {
        ReaderFindings findings = new ReaderFindings(name, limits.findings());
        TreeParts parts = new TreeParts(limits, findings);
        try {
            Value<?> root = format == TemplateFormat.JSON ? JsonTree.read(text, parts) : YamlTree.read(text, parts);
            PropertyBag members = MemberCollector.membersOf(root);
            if (members == null) {
                throw UnreadableException.text(
                        1, 1, "The file holds no object.", "Write a template, with its sections as keys.");
            }
            Template template =
                    TemplateAssembler.assemble(members, new AssemblyPlaces(name, parts.map, findings), classes);
            return new ReadTemplate(name, format, template, parts.map, findings.inOrder());
        } catch (UnreadableException e) {
            return unreadable(name, format, parts.map, e);
        }
    }

    private ReadTemplate unreadable(String name, TemplateFormat format, SourceMap map, UnreadableException problem) {
        ReaderFindings findings = new ReaderFindings(name, limits.findings());
        findings.add(problem);
        return new ReadTemplate(name, format, null, map, findings.inOrder());
    }
}
