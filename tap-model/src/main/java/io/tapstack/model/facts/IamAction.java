package io.tapstack.model.facts;

import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One action of a service. */
public final class IamAction {

    private final String service;
    private final String name;
    private final Set<IamAccessLevel> accessLevels;
    private final List<IamActionResource> resources;
    private final List<String> conditionKeys;
    private final List<String> dependentActions;

    IamAction(
            String service,
            String name,
            Set<IamAccessLevel> accessLevels,
            List<IamActionResource> resources,
            List<String> conditionKeys,
            List<String> dependentActions) {
        this.service = service;
        this.name = name;
        this.accessLevels = Collections.unmodifiableSet(accessLevels);
        this.resources = resources;
        this.conditionKeys = conditionKeys;
        this.dependentActions = dependentActions;
    }

    /** The name without prefix, in IAM's own spelling. */
    public String name() {
        return name;
    }

    /** The name with its prefix, for example {@code dynamodb:GetItem}. */
    public String qualifiedName() {
        return service + ':' + name;
    }

    /** The most specific access level: of {@code Write} with {@code Tagging} or permissions, the latter. */
    public IamAccessLevel accessLevel() {
        IamAccessLevel last = IamAccessLevel.LIST;
        for (IamAccessLevel level : accessLevels) {
            last = level;
        }
        return last;
    }

    /** All access levels, in the order of the enumeration. */
    public Set<IamAccessLevel> accessLevels() {
        return accessLevels;
    }

    /** The kinds of resources that a statement can name, in the source's order; empty if only {@code *} works. */
    public List<IamActionResource> resources() {
        return resources;
    }

    /** True if the action can't be limited to resources. */
    public boolean needsWildcardResource() {
        return resources.isEmpty();
    }

    /** The condition keys that apply, sorted. */
    public List<String> conditionKeys() {
        return conditionKeys;
    }

    /** Actions that the caller needs as well, sorted. */
    public List<String> dependentActions() {
        return dependentActions;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }
}
