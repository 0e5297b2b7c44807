package io.tapstack.patterns.rule.network;

import io.tapstack.model.scenario.Guard;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.rule.Node;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A rule of a security group, inside of the group or alone. Remembers its answers. */
final class GroupRule {

    private static final int HTTPS = 443;

    private final TemplateContext context;
    private final Element element;

    /** The rule inside of a group; null if it stands alone. */
    private final @Nullable Node node;

    private final Presence when;
    private @Nullable Presence https;

    private GroupRule(TemplateContext context, Element element, @Nullable Node node, Presence when) {
        this.context = context;
        this.element = element;
        this.node = node;
        this.when = when;
    }

    /** A rule that stands alone. */
    static GroupRule alone(TemplateContext context, Element element) {
        return new GroupRule(context, element, null, Presence.of(element.guard()));
    }

    /** A rule inside of a group. */
    static GroupRule inside(TemplateContext context, Element group, Node node) {
        return new GroupRule(context, group, node, Presence.of(node.guard()));
    }

    /** The same rule, as far as something else is so. */
    GroupRule during(Presence other) {
        return new GroupRule(context, element, node, when.and(other));
    }

    /** A property of the rule in all its ways. */
    List<Node> property(String name) {
        return node == null ? Node.property(context, element, name) : node.member(name);
    }

    /** When the rule is there. */
    @Nullable
    Guard guard() {
        return node == null ? element.guard() : node.guard();
    }

    /** When the rule is there and lets HTTPS through. */
    Presence https() {
        Presence known = https;
        if (known == null) {
            known = when.and(letsHttpsThrough());
            https = known;
        }
        return known;
    }

    private Presence letsHttpsThrough() {
        List<Node> protocol = property("IpProtocol");
        Presence any = Presence.of(protocol, guard(), one -> is(one, "-1"));
        Presence tcp =
                Presence.of(protocol, guard(), one -> is(one, "tcp") == Answer.NO ? is(one, "6") : is(one, "tcp"));
        Presence from = Presence.of(property("FromPort"), guard(), port -> isWithin(port, 0, HTTPS));
        Presence to = Presence.of(property("ToPort"), guard(), port -> isWithin(port, HTTPS, 65_535));
        return any.or(tcp.and(from).and(to));
    }

    private static Answer is(Node node, String text) {
        if (node.isUnknown()) {
            return Answer.UNKNOWN;
        }
        return node.is(text) ? Answer.YES : Answer.NO;
    }

    private static Answer isWithin(Node port, int first, int last) {
        if (port.isUnknown()) {
            return Answer.UNKNOWN;
        }
        String text = port.text().orElse("");
        boolean within =
                text.matches("[0-9]{1,5}") && Integer.parseInt(text) >= first && Integer.parseInt(text) <= last;
        return within ? Answer.YES : Answer.NO;
    }

    /** When the rule is there and at its other end is some address in a network of the template. */
    Presence isInside(boolean egress) {
        String lists = egress ? "DestinationPrefixListId" : "SourcePrefixListId";
        Presence blocks = Presence.of(property("CidrIp"), guard(), this::isInside);
        return when.and(blocks.or(Presence.of(property(lists), guard(), PrefixLists::isInside)));
    }

    private Answer isInside(Node block) {
        if (block.isAbsent()) {
            return Answer.NO;
        }
        return switch (AddressBlock.of(context, block)) {
            case NETWORK, EVERYTHING -> Answer.YES;
            case PRIVATE -> Answer.UNKNOWN;
            case HOST, PUBLIC, UNKNOWN -> Answer.NO;
        };
    }

    /** When the rule is there and lets out to the addresses of a service with a gateway endpoint. */
    Presence reaches(AwsService service) {
        Presence blocks = Presence.of(property("CidrIp"), guard(), this::holdsServices);
        Presence lists =
                Presence.of(property("DestinationPrefixListId"), guard(), list -> PrefixLists.isOf(service, list));
        return when.and(blocks.or(lists));
    }

    private Answer holdsServices(Node block) {
        if (block.isAbsent()) {
            return Answer.NO;
        }
        return switch (AddressBlock.of(context, block)) {
            case EVERYTHING -> Answer.YES;
            case PUBLIC, UNKNOWN -> Answer.UNKNOWN;
            case HOST, NETWORK, PRIVATE -> Answer.NO;
        };
    }

    /** When the rule is there and is about the same protocol and ports as another one. */
    Presence isLike(GroupRule other) {
        Presence same = when;
        for (String property : List.of("IpProtocol", "FromPort", "ToPort")) {
            same = same.and(same(property(property), other.property(property)));
        }
        return same;
    }

    private static Presence same(List<Node> left, List<Node> right) {
        if (Presence.isTooMuch(left, right)) {
            return Presence.unknown(null);
        }
        Presence found = Presence.NEVER;
        for (Node one : left) {
            for (Node other : right) {
                Presence both = Presence.of(same(one, other), one.guard());
                found = found.or(both.during(other.guard()));
            }
        }
        return found;
    }

    private static Answer same(Node left, Node right) {
        if (left.isAbsent() || right.isAbsent()) {
            return left.isAbsent() && right.isAbsent() ? Answer.YES : Answer.NO;
        }
        boolean equal = Objects.equals(left.value(), right.value())
                || left.text().isPresent() && left.text().equals(right.text());
        if (equal) {
            return Answer.YES;
        }
        return left.isUnknown() || right.isUnknown() ? Answer.UNKNOWN : Answer.NO;
    }
}
