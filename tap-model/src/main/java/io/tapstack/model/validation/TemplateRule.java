package io.tapstack.model.validation;

/**
 * Judges one kind of mistake in a template. A rule is immutable, keeps nothing between two templates, and finds all mistakes of
 * its kind, not the first only.
 *
 * <p>Rules of users and of other modules are written like those of this library; {@link TemplateValidator#with} adds them.
 */
public interface TemplateRule {

    /** The name that findings and suppressions carry: by custom the name of the class. */
    default String id() {
        return getClass().getSimpleName();
    }

    /** How bad its findings are, unless it says otherwise for one. */
    Severity severity();

    /** What it demands, in a few words: {@code "Names that Ref uses are declared"}. */
    String title();

    /** Judges a template. */
    void check(TemplateContext context, FindingSink sink);
}
