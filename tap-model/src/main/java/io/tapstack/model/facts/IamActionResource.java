package io.tapstack.model.facts;

import java.util.List;

/** A kind of resource that an action acts on. */
public final class IamActionResource {

    private final String name;
    private final boolean required;
    private final List<String> conditionKeys;

    IamActionResource(String name, boolean required, List<String> conditionKeys) {
        this.name = name;
        this.required = required;
        this.conditionKeys = conditionKeys;
    }

    /** The condition keys that apply when the action names a resource of this kind, beside those of the action itself. */
    public List<String> conditionKeys() {
        return conditionKeys;
    }

    /** The name under which {@link IamService#resourceType(String)} finds the kind. */
    public String name() {
        return name;
    }

    /** True if a statement must name a resource of this kind for the action to succeed. */
    public boolean required() {
        return required;
    }

    @Override
    public String toString() {
        return required ? name + '*' : name;
    }
}
