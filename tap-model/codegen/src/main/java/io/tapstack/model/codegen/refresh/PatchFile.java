package io.tapstack.model.codegen.refresh;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Corrections of facts: blocks of exact lines to take out and to put in. A block fails loudly when a line to take out isn't
 * there any more, or a line to put in is there already: then the source has changed, and the correction must be looked at.
 *
 * <pre>{@code
 * # why
 * @ AWS::DynamoDB::Table KeySchema
 * - property KeyType string
 * + property KeyType string required
 * }</pre>
 */
final class PatchFile {

    private final String file;
    private final List<Block> blocks = new ArrayList<>();

    private PatchFile(String file) {
        this.file = file;
    }

    static PatchFile parse(String file, List<String> lines) {
        PatchFile patch = new PatchFile(file);
        for (int i = 0; i < lines.size(); i++) {
            patch.line(lines.get(i), i + 1);
        }
        return patch;
    }

    private void line(String line, int number) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        String rest = line.length() > 2 ? line.substring(2) : "";
        if (line.startsWith("@ ") && !rest.isEmpty()) {
            String[] target = rest.split(" ", 2);
            blocks.add(new Block(number, target[0], target.length > 1 ? target[1] : ""));
        } else if (!blocks.isEmpty() && line.startsWith("- ")) {
            blocks.get(blocks.size() - 1).removed.add(rest);
        } else if (!blocks.isEmpty() && line.startsWith("+ ")) {
            blocks.get(blocks.size() - 1).added.add(rest);
        } else {
            throw new RefreshException(
                    file + ":" + number + ": expected '# ', '@ ', '- ' or '+ ', found '" + line + "'");
        }
    }

    /** Corrects the documents, which are listed by resource type, or by {@code iam} and the prefix of a service. */
    void apply(Map<String, FactsDocument> resources, Map<String, FactsDocument> services) {
        for (Block block : blocks) {
            boolean iam = block.target.equals("iam");
            FactsDocument document = iam ? services.get(block.section) : resources.get(block.target);
            apply(block, document, iam ? "" : block.section);
        }
    }

    private void apply(Block block, @Nullable FactsDocument document, String section) {
        String place = file + ":" + block.line + ": ";
        if (document == null) {
            throw new RefreshException(place + "there is no " + block.target + " " + block.section);
        }
        for (String line : block.removed) {
            if (!document.remove(section, line)) {
                throw new RefreshException(
                        place + "no longer applies, there is no line '" + line + "' in " + block.target);
            }
        }
        for (String line : block.added) {
            if (document.contains(section, line)) {
                throw new RefreshException(
                        place + "is no longer needed, '" + line + "' is in " + block.target + " already");
            }
            document.add(section, line);
        }
    }

    private static final class Block {

        final int line;
        final String target;
        final String section;
        final List<String> removed = new ArrayList<>();
        final List<String> added = new ArrayList<>();

        Block(int line, String target, String section) {
            this.line = line;
            this.target = target;
            this.section = section;
        }
    }
}
