package io.tapstack.patterns.rule.iam;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Place;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.ImportValue;
import io.tapstack.model.value.Intrinsic;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.SubPart;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds wildcards in a statement, also where a function hides them. */
final class Wildcards {

    private static final String LOG_GROUP = "AWS::Logs::LogGroup";

    private final TemplateContext context;

    Wildcards(TemplateContext context) {
        this.context = context;
    }

    /** A wildcard: where it stands, whether it is nothing but a star, and what it is. */
    record Wildcard(Place place, boolean isAlone, WildcardKind kind, String what) {}

    /** All of a statement, also where it denies. In the policy of a key or a secret the resource {@code *} is none. */
    List<Wildcard> in(PolicyStatement statement) {
        List<Wildcard> found = new ArrayList<>();
        for (WildcardKind kind : WildcardKind.values()) {
            String turned = "Not" + kind.word();
            for (Node others : statement.node().member(turned)) {
                if (!others.isAbsent() && statement.node().has(turned)) {
                    Place whole = statement.node().within(others.guard()).place();
                    found.add(new Wildcard(whole, false, kind, turned));
                }
            }
        }
        add(statement.items(WildcardKind.ACTION.word()), WildcardKind.ACTION, found);
        List<Node> resources = statement.items(WildcardKind.RESOURCE.word());
        if (statement.isAboutItself()) {
            resources.removeIf(resource -> resource.is("*"));
        }
        add(resources, WildcardKind.RESOURCE, found);
        for (Node principal : statement.node().member(WildcardKind.PRINCIPAL.word())) {
            addPrincipals(principal, found);
        }
        return found;
    }

    /** What stands in a statement and is known only when the stack is created: what parameters, exports and secrets hold. */
    List<Node> unknown(PolicyStatement statement) {
        List<Node> unknown = new ArrayList<>();
        for (WildcardKind kind : WildcardKind.values()) {
            for (Node node : statement.items(kind.word())) {
                boolean parameter = context.parameter(node.target().orElse("")) != null;
                if (parameter || node.value() instanceof ImportValue<?>) {
                    unknown.add(node);
                }
            }
        }
        return unknown;
    }

    private void add(List<Node> nodes, WildcardKind kind, List<Wildcard> found) {
        for (Node node : nodes) {
            if (holdsWildcard(node.value())) {
                boolean alone = Mentions.written(node.value()).equals("*");
                found.add(new Wildcard(
                        node.place(),
                        alone,
                        kind,
                        kind.word() + ' ' + node.text().orElse("with *")));
            }
        }
    }

    private void addPrincipals(Node principal, List<Wildcard> found) {
        if (principal.value() instanceof ObjectValue<?> kinds) {
            for (int i = 0; i < kinds.members().size(); i++) {
                for (Node list : principal.member(kinds.members().nameAt(i))) {
                    add(list.items(), WildcardKind.PRINCIPAL, found);
                }
            }
        } else {
            add(principal.items(), WildcardKind.PRINCIPAL, found);
        }
    }

    private boolean holdsWildcard(@Nullable Value<?> value) {
        if (value instanceof Literal<?> literal) {
            return isWild(literal.text());
        }
        if (value instanceof GetAtt<?> attribute) {
            return attribute.attribute() instanceof Literal<?> name
                    && isStreamsOfLogGroup(attribute.target().name(), name.text());
        }
        if (value instanceof Ref<?> ref) {
            return mayBeWildcard(ref.target());
        }
        if (value instanceof Sub sub) {
            return holdsWildcard(sub);
        }
        if (value instanceof ListValue<?> list) {
            return list.items().stream().anyMatch(this::holdsWildcard);
        }
        if (value instanceof FindInMap<?> lookup && lookup.argument() instanceof ListValue<?> keys) {
            return mayFindWildcard(keys);
        }
        return value instanceof Intrinsic<?> function && holdsWildcard(function.argument());
    }

    /** Whether a parameter holds a wildcard if nobody chooses another value, or may be chosen to. */
    private boolean mayBeWildcard(String name) {
        Parameter parameter = context.parameter(name);
        if (parameter == null) {
            return false;
        }
        return Stream.concat(parameter.defaultValue().stream(), parameter.allowedValues().stream())
                .anyMatch(this::holdsWildcard);
    }

    /** Whether a wildcard stands anywhere in the mapping in which something is looked up. */
    private boolean mayFindWildcard(ListValue<?> keys) {
        Mapping mapping = keys.items().get(0) instanceof Literal<?> name ? context.mapping(name.text()) : null;
        return mapping != null && holdsWildcard(mapping.entries());
    }

    private boolean holdsWildcard(PropertyBag members) {
        for (int i = 0; i < members.size(); i++) {
            Value<?> value = members.valueAt(i);
            if (value instanceof ObjectValue<?> row ? holdsWildcard(row.members()) : holdsWildcard(value)) {
                return true;
            }
        }
        return false;
    }

    /** Both stand for any characters in policies: the star for many, the question mark for one. */
    private static boolean isWild(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    private boolean holdsWildcard(Sub sub) {
        for (SubPart part : sub.parts()) {
            boolean wild = part.isPlaceholder() ? standsForWildcard(sub, part) : isWild(part.text());
            if (wild) {
                return true;
            }
        }
        for (int i = 0; i < sub.variables().size(); i++) {
            if (holdsWildcard(sub.variables().valueAt(i))) {
                return true;
            }
        }
        return false;
    }

    private boolean standsForWildcard(Sub sub, SubPart part) {
        if (sub.variables().has(part.text())) {
            return false;
        }
        return mayBeWildcard(part.text())
                || isStreamsOfLogGroup(part.name(), part.attribute().orElse(""));
    }

    /** The ARN of a log group ends in {@code :*}, which means all of its streams. */
    private boolean isStreamsOfLogGroup(String name, String attribute) {
        Resource resource = context.resource(name);
        return resource != null && resource.resourceType().equals(LOG_GROUP) && attribute.equals("Arn");
    }
}
