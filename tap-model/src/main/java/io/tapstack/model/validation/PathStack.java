package io.tapstack.model.validation;

import org.jspecify.annotations.Nullable;

/** Where a walk through a template is at the moment. Makes a {@link TemplatePath} only when asked, and each step of it once. */
final class PathStack {

    /** How deep values may be nested: deeper ones are not looked at, and reported. */
    static final int MAXIMUM_DEPTH = TemplateLimits.MAXIMUM_DEPTH;

    private final @Nullable String[] names = new String[3 * MAXIMUM_DEPTH + 16];
    private final int[] positions = new int[names.length];
    private final @Nullable TemplatePath[] made = new TemplatePath[names.length];
    private TemplatePath root = TemplatePath.root();
    private int depth;
    private int madeDepth;

    void start(TemplatePath newRoot) {
        root = newRoot;
        depth = 0;
        madeDepth = 0;
    }

    void push(@Nullable String name, int position) {
        names[depth] = name;
        positions[depth] = position;
        depth++;
    }

    void pop() {
        depth--;
        if (madeDepth > depth) {
            madeDepth = depth;
        }
    }

    TemplatePath path() {
        TemplatePath path = madeDepth == 0 ? root : made[madeDepth - 1];
        while (madeDepth < depth && path != null) {
            path = path.step(names[madeDepth], positions[madeDepth]);
            made[madeDepth++] = path;
        }
        return path == null ? root : path;
    }
}
