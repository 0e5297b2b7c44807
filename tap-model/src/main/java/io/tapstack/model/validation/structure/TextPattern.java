package io.tapstack.model.validation.structure;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a regular expression says about the texts that match it as a whole: how long they can be, and examples. */
final class TextPattern {

    /** The length of texts that have no greatest length. */
    static final long UNBOUNDED = Long.MAX_VALUE;

    private final PatternNode root;

    private TextPattern(PatternNode root) {
        this.root = root;
    }

    /** Reads an expression; null if it uses more than characters, groups, alternatives and counts. */
    static @Nullable TextPattern of(String expression) {
        PatternNode root = new PatternReader(expression).read();
        return root == null ? null : new TextPattern(root);
    }

    /** The fewest characters of a match. */
    long minLength() {
        return root.minLength();
    }

    /** The most characters of a match. */
    long maxLength() {
        return root.maxLength();
    }

    /** Matches that are likely to break something: short and long ones, of capitals, digits and punctuation. */
    List<String> examples(int longest) {
        List<String> examples = new ArrayList<>();
        for (char preferred : new char[] {'A', '-', '_', '.', ' ', '0', 'a'}) {
            for (int most : new int[] {1, longest, 0}) {
                StringBuilder text = new StringBuilder();
                root.example(text, preferred, most);
                if (text.length() <= longest && !examples.contains(text.toString())) {
                    examples.add(text.toString());
                }
            }
        }
        return examples;
    }
}
