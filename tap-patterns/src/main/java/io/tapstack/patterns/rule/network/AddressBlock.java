package io.tapstack.patterns.rule.network;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.rule.Existence;
import io.tapstack.patterns.rule.Node;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a block of addresses holds.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1918">Private addresses</a>
 */
enum AddressBlock {
    /** Nothing but the host itself. */
    HOST,
    /** A network of the template. */
    NETWORK,
    /** Addresses that the internet does not know, such as those of a subnet. */
    PRIVATE,
    /** Addresses of the internet. */
    PUBLIC,
    /** All addresses. */
    EVERYTHING,
    /** That is known only when the stack is created; no network of the template is known by this value. */
    UNKNOWN;

    private static final Pattern INSIDE = Pattern.compile(
            "(10\\.|192\\.168\\.|172\\.(1[6-9]|2[0-9]|3[01])\\.|100\\.(6[4-9]|[7-9][0-9]|1[01][0-9]|12[0-7])\\.|[fF][cCdD])");

    /** Whether a block that is written out is one of private networks. */
    static boolean isPrivate(String block) {
        return INSIDE.matcher(block).lookingAt();
    }

    /** What the block that stands somewhere holds. */
    static AddressBlock of(TemplateContext context, Node block) {
        Blocks known = blocks(context);
        if (known.networks.contains(block.value())) {
            return NETWORK;
        }
        if (known.subnets.contains(block.value())) {
            return PRIVATE;
        }
        String text = block.text().orElse("");
        if (text.isEmpty()) {
            return UNKNOWN;
        }
        if (text.startsWith("127.") || text.equals("::1/128")) {
            return HOST;
        }
        if (text.endsWith("/0")) {
            return EVERYTHING;
        }
        return isPrivate(text) ? PRIVATE : PUBLIC;
    }

    private static Blocks blocks(TemplateContext context) {
        Blocks kept = context.kept(Blocks.class);
        return kept == null ? context.keep(Blocks.class, new Blocks(context)) : kept;
    }

    /** The values that stand for the blocks of the template's networks, and of their subnets. */
    private static final class Blocks {

        private final Set<@Nullable Value<?>> networks;
        private final Set<@Nullable Value<?>> subnets;

        Blocks(TemplateContext context) {
            networks = values(context, "AWS::EC2::VPC");
            subnets = values(context, "AWS::EC2::Subnet");
        }

        private static Set<@Nullable Value<?>> values(TemplateContext context, String type) {
            Set<@Nullable Value<?>> blocks = new HashSet<>();
            for (Element element : Existence.ofType(context, type)) {
                blocks.add(GetAtt.of(LogicalId.asWritten(element.name()), "CidrBlock"));
                Node.property(context, element, "CidrBlock").forEach(block -> blocks.add(block.value()));
            }
            blocks.remove(null);
            return blocks;
        }
    }
}
