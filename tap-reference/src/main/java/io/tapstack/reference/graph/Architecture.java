package io.tapstack.reference.graph;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The architecture of a template: its networks, what is in them and beside them, and what the parts do to each other.
 *
 * <p>Works for any template, whatever its types and faults: a type that this library does not know is a part of its own, a
 * reference to nothing is left out, of two resources of one name the first counts. Loops are not unrolled. What a part may do is
 * what the policies of its role allow; nothing looks into code.
 */
public final class Architecture {

    private final List<Area> areas;
    private final List<Part> parts;
    private final List<Link> links;

    private Architecture(List<Area> areas, List<Part> parts, List<Link> links) {
        this.areas = Collections.unmodifiableList(areas);
        this.parts = Collections.unmodifiableList(parts);
        this.links = Collections.unmodifiableList(links);
    }

    /** The architecture of a template. Never throws for what is wrong with the template. */
    public static Architecture of(Template template) {
        Objects.requireNonNull(template, "template");
        Map<String, Resource> resources = new LinkedHashMap<>();
        for (Resource resource : template.resources()) {
            resources.putIfAbsent(resource.logicalId().name(), resource);
        }
        Uses uses = new Uses(resources);
        Networks networks = new Networks(resources, uses);
        Rights rights = new Rights(resources, uses);
        Parts parts = new Parts(resources, uses, networks, rights);
        List<Link> links = new LinkFinder(resources, uses, parts, rights).find();
        return new Architecture(networks.areas(), parts.all(), links);
    }

    /** The networks, in the order of the template. */
    public List<Area> areas() {
        return areas;
    }

    /** The parts, in the order of the template. */
    public List<Part> parts() {
        return parts;
    }

    /** The links, each between two of the parts, at most one for a pair and a direction. */
    public List<Link> links() {
        return links;
    }
}
