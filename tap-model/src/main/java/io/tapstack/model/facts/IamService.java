package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One service of IAM: its actions, the resources they act on, the condition keys it defines. */
public final class IamService {

    private final String prefix;
    private final List<IamAction> actions;
    private final Map<String, IamAction> actionsByName;
    private final List<IamResourceType> resourceTypes;
    private final Map<String, IamResourceType> resourceTypesByName;
    private final List<IamConditionKey> conditionKeys;

    IamService(
            String prefix,
            List<IamAction> actions,
            List<IamResourceType> resourceTypes,
            List<IamConditionKey> conditionKeys) {
        this.prefix = prefix;
        this.actions = Collections.unmodifiableList(actions);
        this.resourceTypes = Collections.unmodifiableList(resourceTypes);
        this.conditionKeys = Collections.unmodifiableList(conditionKeys);
        this.actionsByName = new HashMap<>(actions.size() * 4 / 3 + 1);
        for (IamAction action : actions) {
            actionsByName.put(action.name().toLowerCase(Locale.ROOT), action);
        }
        this.resourceTypesByName = new HashMap<>(resourceTypes.size() * 4 / 3 + 1);
        for (IamResourceType type : resourceTypes) {
            resourceTypesByName.put(type.name(), type);
        }
    }

    /** The part of an action before the colon, in lower case. */
    public String prefix() {
        return prefix;
    }

    /** All actions, sorted by name. */
    public List<IamAction> actions() {
        return actions;
    }

    /** The action of a name without prefix; case doesn't matter, as for IAM. */
    public Optional<IamAction> action(String name) {
        return Optional.ofNullable(actionsByName.get(name.toLowerCase(Locale.ROOT)));
    }

    /**
     * The actions that a name with wildcards means: {@code *} for any characters, {@code ?} for one; case doesn't matter.
     * Sorted by name.
     */
    public List<IamAction> actionsMatching(String namePattern) {
        String pattern = namePattern.toLowerCase(Locale.ROOT);
        List<IamAction> matching = new ArrayList<>();
        for (IamAction action : actions) {
            if (Wildcards.match(pattern, action.name().toLowerCase(Locale.ROOT))) {
                matching.add(action);
            }
        }
        return Collections.unmodifiableList(matching);
    }

    /** The kinds of resources of the service, sorted by name. */
    public List<IamResourceType> resourceTypes() {
        return resourceTypes;
    }

    /** The kind of resource of that exact name. */
    public Optional<IamResourceType> resourceType(String name) {
        return Optional.ofNullable(resourceTypesByName.get(name));
    }

    /** The condition keys that the service documents, sorted by name. */
    public List<IamConditionKey> conditionKeys() {
        return conditionKeys;
    }

    @Override
    public String toString() {
        return prefix;
    }
}
