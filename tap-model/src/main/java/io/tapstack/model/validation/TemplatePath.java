package io.tapstack.model.validation;

import org.jspecify.annotations.Nullable;

/**
 * The way from the top of a template to a part of it, through the template's JSON form: {@code
 * Resources/Table/Properties/KeySchema/0/KeyType}.
 *
 * <p>Functions are steps too: {@code …/BucketName/Fn::If/1} is what stands if the condition holds. List items are numbered from 0.
 * In names, {@code ~} and {@code /} are written {@code ~0} and {@code ~1}, so the text is a JSON pointer without its first slash.
 */
public final class TemplatePath implements Comparable<TemplatePath> {

    private static final TemplatePath ROOT = new TemplatePath(null, null, 0);

    private final @Nullable TemplatePath parent;
    private final @Nullable String name;
    private final int position;
    private final int depth;

    private TemplatePath(@Nullable TemplatePath parent, @Nullable String name, int position) {
        this.parent = parent;
        this.name = name;
        this.position = position;
        this.depth = parent == null ? 0 : parent.depth + 1;
    }

    /** The template itself. */
    public static TemplatePath root() {
        return ROOT;
    }

    /** A member, placed before all members whose position is known. */
    public TemplatePath member(String memberName) {
        return new TemplatePath(this, memberName, -1);
    }

    /** A member at a position among its siblings; the position only orders findings. */
    public TemplatePath member(String memberName, int memberPosition) {
        return new TemplatePath(this, memberName, memberPosition);
    }

    /** An item of a list. */
    public TemplatePath item(int index) {
        return new TemplatePath(this, null, index);
    }

    TemplatePath step(@Nullable String stepName, int stepPosition) {
        return new TemplatePath(this, stepName, stepPosition);
    }

    /** The path without its last step; null for the template itself. */
    public @Nullable TemplatePath parent() {
        return parent;
    }

    /** The last step: a name, or the number of a list item. */
    public String last() {
        return name != null ? name : String.valueOf(position);
    }

    /** How many steps there are. */
    public int depth() {
        return depth;
    }

    /** Whether one of the steps has this name. */
    public boolean passes(String stepName) {
        for (TemplatePath step = this; step != null; step = step.parent) {
            if (stepName.equals(step.name)) {
                return true;
            }
        }
        return false;
    }

    /** Orders by position in the template: what stands first comes first, what holds comes before what is held. */
    @Override
    public int compareTo(TemplatePath other) {
        if (this == other) {
            return 0;
        }
        TemplatePath left = this;
        TemplatePath right = other;
        while (left.depth > right.depth && left.parent != null) {
            left = left.parent;
        }
        while (right.depth > left.depth && right.parent != null) {
            right = right.parent;
        }
        int order = compareSameDepth(left, right);
        return order != 0 ? order : Integer.compare(depth, other.depth);
    }

    @SuppressWarnings("ReferenceEquality") // paths share their beginnings
    private static int compareSameDepth(TemplatePath first, TemplatePath second) {
        int order = 0;
        TemplatePath left = first;
        TemplatePath right = second;
        while (left != right && left.parent != null && right.parent != null) {
            int here = Integer.compare(left.position, right.position);
            if (here == 0 && left.name != null && right.name != null) {
                here = left.name.compareTo(right.name);
            }
            order = here != 0 ? here : order;
            left = left.parent;
            right = right.parent;
        }
        return order;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TemplatePath that
                && depth == that.depth
                && toString().equals(that.toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }

    /** The steps with slashes between them. */
    @Override
    public String toString() {
        String[] steps = new String[depth];
        int length = Math.max(0, depth - 1);
        for (TemplatePath step = this; step.parent != null; step = step.parent) {
            String text = step.name == null ? String.valueOf(step.position) : escape(step.name);
            steps[step.depth - 1] = text;
            length += text.length();
        }
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < depth; i++) {
            text.append(i == 0 ? "" : "/").append(steps[i]);
        }
        return text.toString();
    }

    private static String escape(String step) {
        return step.indexOf('/') < 0 && step.indexOf('~') < 0
                ? step
                : step.replace("~", "~0").replace("/", "~1");
    }
}
