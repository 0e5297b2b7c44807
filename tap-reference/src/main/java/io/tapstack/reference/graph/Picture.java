package io.tapstack.reference.graph;

import java.util.List;
import java.util.Optional;

/**
 * An architecture of which every part has its place, in pixels from the upper left corner.
 *
 * @param boxes areas, and behind them the parts
 * @param lines the links
 */
record Picture(double width, double height, List<Box> boxes, List<Line> lines) {

    /** A place and a size. */
    record Frame(double x, double y, double width, double height) {}

    /** A point. */
    record Point(double x, double y) {}

    /**
     * The frame of an area or a part.
     *
     * @param part the part; empty for an area
     * @param title what stands in it
     * @param detail what stands below that; may be empty
     */
    record Box(Frame frame, Optional<Part> part, String title, String detail) {}

    /**
     * A link as a line with bends.
     *
     * @param points from the one part to the other, at least two
     * @param label what stands at it; may be empty
     */
    record Line(Link link, List<Point> points, String label, Optional<Frame> labelFrame) {}
}
