package io.tapstack.patterns.access;

import io.tapstack.model.facts.IamAction;
import io.tapstack.model.facts.IamActionResource;
import io.tapstack.model.facts.IamFacts;
import io.tapstack.model.iam.PolicyCondition;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Holds an access against the facts of IAM. */
final class AccessCheck {

    private final Access access;

    AccessCheck(Access access) {
        this.access = access;
    }

    void run() {
        List<IamAction> actions = new ArrayList<>();
        for (String name : access.actions()) {
            actions.add(action(name));
        }
        for (IamAction action : actions) {
            checkResources(action);
        }
        for (PolicyCondition condition : access.conditions()) {
            checkKey(condition.key(), actions);
        }
        checkWildcards("resources", access.resources(), access.exceptions());
        checkWildcards("endpointResources", access.endpointResources(), access.endpointExceptions());
    }

    private void checkWildcards(String property, List<Value<String>> arns, List<ExceptionRecord> exceptions) {
        if (arns.stream().anyMatch(AccessCheck::isWildcard) && exceptions.isEmpty()) {
            throw new IllegalStateException(
                    property + ": a wildcard in the access " + access.sid() + " needs an ExceptionRecord");
        }
    }

    private IamAction action(String name) {
        if (name.indexOf('*') >= 0 || !name.startsWith(access.service().prefix() + ":")) {
            throw new IllegalStateException("actions: " + name + " is no exact action of "
                    + access.service().prefix());
        }
        return IamFacts.bundled()
                .action(name)
                .filter(known -> known.qualifiedName().equals(name))
                .orElseThrow(() -> new IllegalStateException("actions: IAM knows no action " + name));
    }

    private void checkResources(IamAction action) {
        if (action.needsWildcardResource()) {
            if (!access.resources().equals(List.of(Value.of("*")))) {
                throw new IllegalStateException(
                        "resources: " + action + " cannot be limited to resources, so they must be * alone");
            }
        } else if (!access.resourceTypes().isEmpty()
                && action.resources().stream()
                        .map(IamActionResource::name)
                        .noneMatch(access.resourceTypes()::contains)) {
            throw new IllegalStateException("resourceTypes: " + action + " acts on " + action.resources() + ", not on "
                    + access.resourceTypes());
        }
    }

    /** A condition on a key that a request never carries would never hold, or always. */
    private void checkKey(String key, List<IamAction> actions) {
        if (key.startsWith("aws:")) {
            return;
        }
        for (IamAction action : actions) {
            if (!hasKey(action, key)) {
                throw new IllegalStateException("conditions: requests of " + action + " carry no " + key);
            }
        }
    }

    private boolean hasKey(IamAction action, String key) {
        return action.conditionKeys().contains(key)
                || action.resources().stream()
                        .filter(resource -> access.resourceTypes().isEmpty()
                                || access.resourceTypes().contains(resource.name()))
                        .anyMatch(resource -> resource.conditionKeys().contains(key));
    }

    private static boolean isWildcard(Value<String> arn) {
        if (arn instanceof Literal<?> literal) {
            return literal.text().indexOf('*') >= 0;
        }
        if (arn instanceof Sub sub) {
            for (SubPart part : sub.parts()) {
                if (!part.isPlaceholder() && part.text().indexOf('*') >= 0) {
                    return true;
                }
            }
        }
        return false;
    }
}
