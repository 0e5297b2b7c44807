package io.tapstack.model.facts;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression that is compiled at most once, when it is first needed. */
final class LazyPattern {

    private final String text;
    private volatile @Nullable Pattern compiled;

    LazyPattern(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }

    Pattern pattern() {
        Pattern pattern = compiled;
        if (pattern == null) {
            synchronized (this) {
                pattern = compiled;
                if (pattern == null) {
                    pattern = Pattern.compile(text);
                    compiled = pattern;
                }
            }
        }
        return pattern;
    }
}
