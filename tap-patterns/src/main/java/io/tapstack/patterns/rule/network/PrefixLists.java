package io.tapstack.patterns.rule.network;

import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Region;
import io.tapstack.patterns.rule.Node;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** The prefix lists of the services with gateway endpoints, in all regions that are known. */
final class PrefixLists {

    private static final Map<String, AwsService> SERVICES = services();

    private PrefixLists() {}

    private static Map<String, AwsService> services() {
        Map<String, AwsService> services = new HashMap<>();
        for (Region region : Region.known()) {
            region.prefixLists().forEach((service, id) -> services.put(id, service));
        }
        return Collections.unmodifiableMap(services);
    }

    /** Whether the list that stands somewhere is that of a service. A list that is not known at all counts as one. */
    static Answer isOf(AwsService service, Node list) {
        if (list.isAbsent()) {
            return Answer.NO;
        }
        String id = list.text().orElse("");
        if (id.isEmpty()) {
            return Answer.UNKNOWN;
        }
        return service.equals(SERVICES.getOrDefault(id, service)) ? Answer.YES : Answer.NO;
    }

    /** Whether the list that stands somewhere holds addresses of a network of the template. */
    static Answer isInside(Node list) {
        return list.isAbsent() || SERVICES.containsKey(list.text().orElse("")) ? Answer.NO : Answer.UNKNOWN;
    }
}
