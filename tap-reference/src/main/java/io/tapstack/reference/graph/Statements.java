package io.tapstack.reference.graph;

import io.tapstack.model.facts.IamAccessLevel;
import io.tapstack.model.facts.IamAction;
import io.tapstack.model.facts.IamFacts;
import io.tapstack.model.facts.IamService;
import io.tapstack.model.template.Resource;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The statements of policies that allow something, as they stand in a resource, and what they allow in words of a picture. */
final class Statements {

    /** Who may take on a role is not what the role may do. */
    private static final String TRUST = "AssumeRolePolicyDocument";

    private static final int DEEPEST = 100;

    private Statements() {}

    /** The members of each statement of a resource that allows actions, but not of its trust policy. */
    static List<PropertyBag> of(Resource resource) {
        List<PropertyBag> found = new ArrayList<>();
        collect(resource.properties(), found, 0);
        return found;
    }

    private static void collect(PropertyBag members, List<PropertyBag> found, int depth) {
        if (members.find("Effect") instanceof Literal<?> effect && effect.text().equals("Allow")) {
            found.add(members);
            return;
        }
        for (int i = 0; i < members.size(); i++) {
            if (!members.nameAt(i).equals(TRUST)) {
                collect(members.valueAt(i), found, depth + 1);
            }
        }
    }

    private static void collect(Value<?> value, List<PropertyBag> found, int depth) {
        if (depth > DEEPEST) {
            return;
        }
        if (value instanceof ObjectValue<?> object) {
            collect(object.members(), found, depth + 1);
        } else if (value instanceof ListValue<?> list) {
            list.items().forEach(item -> collect(item, found, depth + 1));
        } else if (value instanceof Intrinsic<?> function) {
            collect(function.argument(), found, depth + 1);
        }
    }

    /** What a statement lets its principal do; the use of a key is told by the key, so it counts as a call only if asked for. */
    static Set<LinkKind> kinds(PropertyBag statement, boolean withKeys) {
        Set<LinkKind> kinds = EnumSet.noneOf(LinkKind.class);
        Value<?> actions = statement.find("Action");
        for (Value<?> item : actions instanceof ListValue<?> list ? list.items() : listOf(actions)) {
            if (item instanceof Literal<?> action && action.isString()) {
                addKinds(action.text(), withKeys, kinds);
            }
        }
        return kinds;
    }

    private static List<Value<?>> listOf(@Nullable Value<?> value) {
        return value == null ? List.of() : List.of(value);
    }

    private static void addKinds(String action, boolean withKeys, Set<LinkKind> kinds) {
        int colon = action.indexOf(':');
        String prefix = colon < 0 ? "" : action.substring(0, colon).toLowerCase(Locale.ROOT);
        String name = action.substring(colon + 1);
        if (prefix.equals("kms")) {
            if (withKeys) {
                kinds.add(LinkKind.CALLS);
            }
        } else if (name.startsWith("Invoke") || name.equals("StartExecution")) {
            kinds.add(LinkKind.INVOKES);
        } else {
            Optional<IamService> service =
                    prefix.isEmpty() ? Optional.empty() : IamFacts.bundled().service(prefix);
            List<IamAction> actions =
                    service.isEmpty() ? List.of() : service.get().actionsMatching(name);
            for (IamAction each : actions) {
                IamAccessLevel level = each.accessLevel();
                boolean reads = level == IamAccessLevel.READ || level == IamAccessLevel.LIST;
                kinds.add(reads ? LinkKind.READS : LinkKind.WRITES);
            }
            if (actions.isEmpty()) {
                kinds.add(LinkKind.USES);
            }
        }
    }
}
