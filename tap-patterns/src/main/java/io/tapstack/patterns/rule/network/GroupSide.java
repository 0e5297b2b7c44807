package io.tapstack.patterns.rule.network;

import io.tapstack.patterns.access.AwsService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a security group lets in, or what it lets out. Remembers its answers. */
final class GroupSide {

    private final boolean egress;
    private final Map<String, List<GroupRule>> byPeer = new HashMap<>();
    private final List<GroupRule> byAddress = new ArrayList<>();
    private final Map<String, Presence> httpsByPeer = new HashMap<>();
    private final Map<AwsService, Presence> httpsByService = new HashMap<>();
    private Presence anything = Presence.NEVER;
    private @Nullable Presence httpsByAddress;

    GroupSide(boolean egress) {
        this.egress = egress;
    }

    /** Adds a rule about another group. */
    void add(String peer, GroupRule rule) {
        byPeer.computeIfAbsent(peer, name -> new ArrayList<>(1)).add(rule);
    }

    /** Adds a rule about blocks of addresses or prefix lists. */
    void addByAddress(GroupRule rule) {
        byAddress.add(rule);
    }

    /** Adds a rule that lets everything through. */
    void addAnything(Presence when) {
        anything = anything.or(when);
    }

    /** The rules that name a group. */
    List<GroupRule> rulesAbout(String peer) {
        return Collections.unmodifiableList(byPeer.getOrDefault(peer, List.of()));
    }

    /** When everything is let through. */
    Presence anything() {
        return anything;
    }

    /** When HTTPS is let through between the group and another one. */
    Presence https(String peer) {
        Presence known = httpsByPeer.get(peer);
        if (known == null) {
            known = anything.or(httpsByAddress());
            for (GroupRule rule : rulesAbout(peer)) {
                known = known.or(rule.https());
            }
            httpsByPeer.put(peer, known);
        }
        return known;
    }

    private Presence httpsByAddress() {
        Presence known = httpsByAddress;
        if (known == null) {
            known = Presence.NEVER;
            for (GroupRule rule : byAddress) {
                known = known.or(rule.https().and(rule.isInside(egress)));
            }
            httpsByAddress = known;
        }
        return known;
    }

    /** When HTTPS is let out to the addresses of a service with a gateway endpoint. */
    Presence https(AwsService service) {
        Presence known = httpsByService.get(service);
        if (known == null) {
            known = anything;
            for (GroupRule rule : byAddress) {
                known = known.or(rule.https().and(rule.reaches(service)));
            }
            httpsByService.put(service, known);
        }
        return known;
    }
}
