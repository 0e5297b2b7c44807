package io.tapstack.model.validation;

import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.scenario.Guard;
import io.tapstack.model.template.Declaration;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.ForEach;
import org.jspecify.annotations.Nullable;

/** One entry of a section of a template: a parameter, a resource, an output, a loop; or the template itself. */
public final class Element {

    private final Section section;
    private final String name;
    private final int ordinal;
    private final Object content;
    private final SourceLocation source;
    private final @Nullable String condition;
    private final @Nullable Guard guard;
    private @Nullable TemplatePath path;
    private @Nullable ResourceFacts facts;

    Element(
            Section section,
            String name,
            int ordinal,
            Object content,
            SourceLocation source,
            @Nullable String condition) {
        this.section = section;
        this.name = name;
        this.ordinal = ordinal;
        this.content = content;
        this.source = source;
        this.condition = condition;
        this.guard = condition == null ? null : Guard.within(null, condition, true);
    }

    /** The section in which it stands. */
    public Section section() {
        return section;
    }

    /** Its key in the section: the logical id; empty for the template itself. */
    public String name() {
        return name;
    }

    /** Its place among all elements of the template, from 0: the template itself. */
    public int ordinal() {
        return ordinal;
    }

    /** The resource, if it is one. */
    public @Nullable Resource resource() {
        return content instanceof Resource resource ? resource : null;
    }

    /** The parameter, mapping, rule, condition or output, if it is one. */
    public @Nullable Declaration declaration() {
        return content instanceof Declaration declaration ? declaration : null;
    }

    /** The loop, if it is one. */
    public @Nullable ForEach loop() {
        return content instanceof ForEach loop ? loop : null;
    }

    /** The condition on which the resource or output exists; null if it always does. */
    public @Nullable String condition() {
        return condition;
    }

    /** When the resource or output exists; null if always. */
    public @Nullable Guard guard() {
        return guard;
    }

    /** What is known of the type of the resource; null if nothing is, or if it is no resource. */
    public @Nullable ResourceFacts facts() {
        return facts;
    }

    void facts(@Nullable ResourceFacts known) {
        facts = known;
    }

    /** Where it comes from. */
    public SourceLocation source() {
        return source;
    }

    /** The path of the element itself: {@code Resources/Table}. */
    public TemplatePath path() {
        TemplatePath known = path;
        if (known == null) {
            TemplatePath root = TemplatePath.root();
            known = section == Section.TEMPLATE
                    ? root
                    : root.member(section.key(), section.ordinal()).member(name, ordinal);
            path = known;
        }
        return known;
    }

    /** The element itself as a place. */
    public Place place() {
        return Place.of(this, path());
    }

    /** A member of the element as a place. */
    public Place place(String member) {
        return Place.of(this, path().member(member));
    }

    @Override
    public String toString() {
        return path().toString();
    }
}
