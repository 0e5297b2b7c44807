package io.tapstack.reference.graph;

import io.tapstack.reference.graph.Picture.Box;
import io.tapstack.reference.graph.Picture.Frame;
import io.tapstack.reference.graph.Picture.Line;
import io.tapstack.reference.graph.Picture.Point;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.core.RecursiveGraphLayoutEngine;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.math.ElkPadding;
import org.eclipse.elk.core.math.KVector;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.options.HierarchyHandling;
import org.eclipse.elk.core.options.SizeConstraint;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkBendPoint;
import org.eclipse.elk.graph.ElkEdge;
import org.eclipse.elk.graph.ElkEdgeSection;
import org.eclipse.elk.graph.ElkLabel;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Finds a place for each part of an architecture, in layers from left to right: the only class that knows ELK.
 *
 * @see <a href="https://eclipse.dev/elk/reference/algorithms/org-eclipse-elk-layered.html">ELK Layered</a>
 */
final class PictureLayout {

    private static final int LONGEST = 48;
    /** Bold letters are wider. */
    private static final double TITLE_SIZE = 13 * 1.12;

    private static final double DETAIL_SIZE = 11;
    private static final double BOX_HEIGHT = 44;
    private static final double BOX_MARGIN = 12;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

    private final Architecture architecture;
    private final ElkNode root = ElkGraphUtil.createGraph();
    private final Map<String, ElkNode> areas = new HashMap<>();
    private final Map<String, ElkNode> parts = new HashMap<>();
    private final Map<Link, ElkEdge> links = new HashMap<>();

    private PictureLayout(Architecture architecture) {
        this.architecture = architecture;
    }

    /** The picture of an architecture; the same each time. */
    static Picture of(Architecture architecture) {
        PictureLayout layout = new PictureLayout(architecture);
        layout.build();
        new RecursiveGraphLayoutEngine().layout(layout.root, new BasicProgressMonitor());
        return layout.picture();
    }

    private void build() {
        options(root, new ElkPadding(BOX_MARGIN));
        for (Area area : architecture.areas()) {
            ElkNode node = ElkGraphUtil.createNode(root);
            options(node, new ElkPadding(3 * BOX_MARGIN, BOX_MARGIN, BOX_MARGIN, BOX_MARGIN));
            double width = TextWidth.of(title(area), TITLE_SIZE) + 2 * BOX_MARGIN;
            node.setDimensions(width, BOX_HEIGHT);
            node.setProperty(CoreOptions.NODE_SIZE_CONSTRAINTS, EnumSet.of(SizeConstraint.MINIMUM_SIZE));
            node.setProperty(CoreOptions.NODE_SIZE_MINIMUM, new KVector(width, BOX_HEIGHT));
            areas.put(area.id(), node);
        }
        for (Part part : architecture.parts()) {
            ElkNode parent = part.area().map(areas::get).orElse(root);
            ElkNode node = ElkGraphUtil.createNode(parent);
            double width = Math.max(TextWidth.of(title(part), TITLE_SIZE), TextWidth.of(detail(part), DETAIL_SIZE));
            node.setDimensions(width + 2 * BOX_MARGIN, BOX_HEIGHT);
            parts.put(part.id(), node);
        }
        for (Link link : architecture.links()) {
            ElkEdge edge = ElkGraphUtil.createSimpleEdge(parts.get(link.from()), parts.get(link.to()));
            String text = text(link);
            if (!text.isEmpty()) {
                ElkLabel label = ElkGraphUtil.createLabel(text, edge);
                label.setDimensions(TextWidth.of(text, DETAIL_SIZE) + 4, DETAIL_SIZE + 4);
            }
            links.put(link, edge);
        }
    }

    private static void options(ElkNode node, ElkPadding padding) {
        node.setProperty(CoreOptions.ALGORITHM, LayeredOptions.ALGORITHM_ID);
        node.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        node.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.ORTHOGONAL);
        node.setProperty(CoreOptions.HIERARCHY_HANDLING, HierarchyHandling.INCLUDE_CHILDREN);
        node.setProperty(CoreOptions.PADDING, padding);
        node.setProperty(LayeredOptions.SPACING_NODE_NODE_BETWEEN_LAYERS, 40.0);
    }

    private static String title(Area area) {
        return Labels.visible(Labels.of(area), LONGEST);
    }

    private static String title(Part part) {
        return Labels.visible(part.name(), LONGEST);
    }

    private static String detail(Part part) {
        return Labels.visible(part.detail(), LONGEST);
    }

    private static String text(Link link) {
        return link.kinds().contains(LinkKind.ENCRYPTS) ? "" : Labels.of(link);
    }

    private Picture picture() {
        List<Box> boxes = new ArrayList<>();
        for (Area area : architecture.areas()) {
            boxes.add(new Box(frame(node(areas, area.id())), Optional.empty(), title(area), ""));
        }
        for (Part part : architecture.parts()) {
            boxes.add(new Box(frame(node(parts, part.id())), Optional.of(part), title(part), detail(part)));
        }
        List<Line> lines = new ArrayList<>();
        for (Link link : architecture.links()) {
            lines.add(line(link, Objects.requireNonNull(links.get(link))));
        }
        return new Picture(root.getWidth(), root.getHeight(), boxes, lines);
    }

    private static ElkNode node(Map<String, ElkNode> nodes, String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    private static Frame frame(ElkNode node) {
        Point origin = origin(node);
        return new Frame(origin.x(), origin.y(), node.getWidth(), node.getHeight());
    }

    /** Where a node begins; the coordinates of a node are those within its parent. */
    private static Point origin(ElkNode node) {
        double x = 0;
        double y = 0;
        for (ElkNode step = node; step != null; step = step.getParent()) {
            x += step.getX();
            y += step.getY();
        }
        return new Point(x, y);
    }

    private static Line line(Link link, ElkEdge edge) {
        Point origin = origin(edge.getContainingNode());
        List<Point> points = new ArrayList<>();
        for (ElkEdgeSection section : edge.getSections()) {
            points.add(new Point(origin.x() + section.getStartX(), origin.y() + section.getStartY()));
            for (ElkBendPoint bend : section.getBendPoints()) {
                points.add(new Point(origin.x() + bend.getX(), origin.y() + bend.getY()));
            }
            points.add(new Point(origin.x() + section.getEndX(), origin.y() + section.getEndY()));
        }
        Optional<Frame> label = edge.getLabels().stream()
                .findFirst()
                .map(one ->
                        new Frame(origin.x() + one.getX(), origin.y() + one.getY(), one.getWidth(), one.getHeight()));
        return new Line(link, points, text(link), label);
    }
}
