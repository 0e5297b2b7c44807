package io.tapstack.model.facts;

import java.util.List;

/** A kind of resource of a service. */
public final class IamResourceType {

    private final String name;
    private final String arnPattern;
    private final List<String> conditionKeys;

    IamResourceType(String name, String arnPattern, List<String> conditionKeys) {
        this.name = name;
        this.arnPattern = arnPattern;
        this.conditionKeys = conditionKeys;
    }

    /** The name, unique within its service. */
    public String name() {
        return name;
    }

    /** The ARN with {@code ${…}} placeholders. */
    public String arnPattern() {
        return arnPattern;
    }

    /** The condition keys that the resource fills in, sorted. */
    public List<String> conditionKeys() {
        return conditionKeys;
    }

    @Override
    public String toString() {
        return name;
    }
}
