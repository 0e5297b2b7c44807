package io.tapstack.model.validation;

import io.tapstack.model.scenario.Guard;
import org.jspecify.annotations.Nullable;

/** One use of a name in a template: what is meant, by which function or attribute, and where. */
public final class Reference {

    private final Kind kind;
    private final String target;
    private final @Nullable String attribute;
    private final Element element;
    private final TemplatePath path;
    private final @Nullable Guard guard;
    private @Nullable Element declared;

    Reference(
            Kind kind,
            String target,
            @Nullable String attribute,
            Element element,
            TemplatePath path,
            @Nullable Guard guard) {
        this.kind = kind;
        this.target = target;
        this.attribute = attribute;
        this.element = element;
        this.path = path;
        this.guard = guard;
    }

    /** How the name is used. */
    public Kind kind() {
        return kind;
    }

    /** The name. */
    public String target() {
        return target;
    }

    /** The attribute of the resource, if the use is of one and its name is a literal. */
    public @Nullable String attribute() {
        return attribute;
    }

    /** What uses it. */
    public Element element() {
        return element;
    }

    /** What the name means: a resource, parameter, condition or mapping of the template; null if it is not declared. */
    public @Nullable Element declared() {
        return declared;
    }

    /** The resource that the name means; null if it means none. */
    public @Nullable Element resource() {
        return declared != null && declared.section() == Section.RESOURCES ? declared : null;
    }

    /** The parameter that the name means; null if it means none. */
    public @Nullable Element parameter() {
        return declared != null && declared.section() == Section.PARAMETERS ? declared : null;
    }

    void resolve(ElementIndex elements) {
        switch (kind) {
            case CONDITION:
            case IF:
                declared = elements.find(Section.CONDITIONS, target);
                break;
            case FIND_IN_MAP:
                declared = elements.find(Section.MAPPINGS, target);
                break;
            default:
                declared = elements.find(Section.RESOURCES, target);
                if (declared == null && kind != Kind.DEPENDS_ON) {
                    declared = elements.find(Section.PARAMETERS, target);
                }
        }
    }

    /** The path of the function or attribute that uses it. */
    public TemplatePath path() {
        return path;
    }

    /** When the use counts; null if always. */
    public @Nullable Guard guard() {
        return guard;
    }

    /** Where it is used. */
    public Place place() {
        return Place.written(element, path, guard);
    }

    /** Whether it means a parameter or resource and its value: not a mere order, a condition or a mapping. */
    public boolean isValue() {
        return kind == Kind.REF || kind == Kind.GET_ATT || kind == Kind.SUB;
    }

    @Override
    public String toString() {
        return kind + " " + target + (attribute == null ? "" : "." + attribute) + " at " + path;
    }

    /** How a name is used. */
    public enum Kind {
        /** {@code Ref}. */
        REF,
        /** {@code Fn::GetAtt}. */
        GET_ATT,
        /** A placeholder of {@code Fn::Sub}. */
        SUB,
        /** An entry of {@code DependsOn}. */
        DEPENDS_ON,
        /** The attribute {@code Condition}, or {@code Condition} within another condition. */
        CONDITION,
        /** The first argument of {@code Fn::If}. */
        IF,
        /** The first argument of {@code Fn::FindInMap}. */
        FIND_IN_MAP
    }
}
