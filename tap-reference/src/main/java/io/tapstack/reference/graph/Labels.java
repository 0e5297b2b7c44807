package io.tapstack.reference.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What pictures say, whatever draws them. */
final class Labels {

    private Labels() {}

    /** A text of which nothing is invisible, cut if it is longer than told: invisible characters are spaces. */
    static String visible(String text, int longest) {
        int[] points = text.codePoints().limit(longest + 1L).toArray();
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 0; i < Math.min(points.length, longest); i++) {
            out.appendCodePoint(isInvisible(points[i]) ? ' ' : points[i]);
        }
        return points.length > longest ? out.append('\u2026').toString() : out.toString();
    }

    private static boolean isInvisible(int point) {
        int type = Character.getType(point);
        return Character.isWhitespace(point)
                || Character.isISOControl(point)
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.UNASSIGNED;
    }

    /** What stands above an area. */
    static String of(Area area) {
        return area.name() + " (" + area.detail() + ")";
    }

    /** What stands at a link: all that it does. */
    static String of(Link link) {
        return link.kinds().stream().map(LinkKind::word).collect(Collectors.joining(", "));
    }

    /** The parts of each area, and under empty those of none, in order. */
    static Map<Optional<String>, List<Part>> byArea(Architecture architecture) {
        Map<Optional<String>, List<Part>> parts = new HashMap<>();
        for (Part part : architecture.parts()) {
            parts.computeIfAbsent(part.area(), area -> new ArrayList<>()).add(part);
        }
        return parts;
    }
}
