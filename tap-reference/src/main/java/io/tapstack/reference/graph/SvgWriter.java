package io.tapstack.reference.graph;

import io.tapstack.reference.graph.Picture.Box;
import io.tapstack.reference.graph.Picture.Frame;
import io.tapstack.reference.graph.Picture.Line;
import io.tapstack.reference.graph.Picture.Point;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * Draws an architecture as SVG: a picture of its own, without scripts, fonts or anything else from elsewhere.
 *
 * <p>The same architecture gives the same text. Dashed frames are parts that exist under a condition only; what a key encrypts hangs on
 * it by dotted lines; dashed arrows are those of what only watches.
 *
 * @see <a href="https://www.w3.org/TR/SVG2/">SVG 2</a>
 */
public final class SvgWriter {

    /** The most parts and networks that are drawn; of more nobody could see anything. */
    public static final int MOST_PARTS = 400;
    /** The most links that are drawn. */
    public static final int MOST_LINKS = 1_500;

    private static final int TITLE_BASELINE = 19;
    private static final int DETAIL_BASELINE = 35;
    private static final int MARGIN = 12;

    private static final String STYLE = """
              <style>
                text { font-family: system-ui, sans-serif; font-size: 11px; fill: #333 }
                .title { font-size: 13px; font-weight: 600; fill: #111 }
                rect { stroke: #555; fill: #fff; rx: 4px }
                .area { fill: #f4f6f8; stroke: #8a98a8; rx: 8px }
                .compute { fill: #fff3dc } .store { fill: #e2edfb } .channel { fill: #f3e6fa } .key { fill: #fde4e4 }
                .door { fill: #e2f4e5 } .watch { fill: #eeeeee }
                .conditional { stroke-dasharray: 5 4 }
                path { fill: none; stroke: #555 }
                .watches { stroke-dasharray: 5 4 } .encrypts { stroke-dasharray: 1 4; stroke: #b03030 }
                .label { fill: #fff; stroke: none; opacity: 0.85 }
                marker path { fill: #555; stroke: none }
              </style>
            """;

    private final StringBuilder out = new StringBuilder();

    private SvgWriter() {}

    /**
     * The picture of an architecture, with a line break at its end.
     *
     * @throws IllegalArgumentException if it has more than {@value #MOST_PARTS} parts and networks, or {@value #MOST_LINKS} links
     */
    public static String write(Architecture architecture) {
        Objects.requireNonNull(architecture, "architecture");
        if (!takes(architecture)) {
            throw new IllegalArgumentException("architecture: " + places(architecture) + " parts and "
                    + architecture.links().size() + " links are too much for a picture, which takes " + MOST_PARTS
                    + " and " + MOST_LINKS);
        }
        SvgWriter writer = new SvgWriter();
        writer.writeAll(PictureLayout.of(architecture));
        return writer.out.toString();
    }

    /** Whether an architecture is small enough for a picture. */
    public static boolean takes(Architecture architecture) {
        return places(architecture) <= MOST_PARTS && architecture.links().size() <= MOST_LINKS;
    }

    private static int places(Architecture architecture) {
        return architecture.parts().size() + architecture.areas().size();
    }

    private void writeAll(Picture picture) {
        String width = number(picture.width());
        String height = number(picture.height());
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"").append(width);
        out.append("\" height=\"")
                .append(height)
                .append("\" viewBox=\"0 0 ")
                .append(width)
                .append(' ');
        out.append(height)
                .append("\" role=\"img\">\n  <title>Architecture</title>\n")
                .append(STYLE);
        out.append("  <defs><marker id=\"arrow\" viewBox=\"0 0 8 8\" refX=\"8\" refY=\"4\" markerWidth=\"8\"");
        out.append(" markerHeight=\"8\" orient=\"auto\"><path d=\"M0 0L8 4L0 8z\"/></marker></defs>\n");
        picture.boxes().stream().filter(box -> box.part().isEmpty()).forEach(this::area);
        picture.lines().forEach(this::line);
        picture.lines().forEach(this::label);
        picture.boxes().forEach(box -> box.part().ifPresent(part -> part(box, part)));
        out.append("</svg>\n");
    }

    private void area(Box box) {
        out.append("  <g>\n    ");
        rectangle(box.frame(), "area");
        text(box.frame().x() + MARGIN, box.frame().y() + TITLE_BASELINE, "title", box.title());
        out.append("  </g>\n");
    }

    private void part(Box box, Part part) {
        String kind = part.kind().name().toLowerCase(Locale.ROOT);
        out.append("  <g>\n    <title>")
                .append(escaped(box.title() + ", " + box.detail()))
                .append("</title>\n    ");
        rectangle(box.frame(), part.conditional() ? kind + " conditional" : kind);
        text(box.frame().x() + MARGIN, box.frame().y() + TITLE_BASELINE, "title", box.title());
        text(box.frame().x() + MARGIN, box.frame().y() + DETAIL_BASELINE, "", box.detail());
        out.append("  </g>\n");
    }

    private void line(Line line) {
        Set<LinkKind> kinds = line.link().kinds();
        boolean encrypts = kinds.contains(LinkKind.ENCRYPTS);
        boolean watches = kinds.equals(Set.of(LinkKind.WATCHES));
        out.append("  <path");
        if (encrypts || watches) {
            out.append(" class=\"").append(encrypts ? "encrypts" : "watches").append('"');
        }
        out.append(" d=\"");
        char command = 'M';
        for (Point point : line.points()) {
            out.append(command).append(number(point.x())).append(' ').append(number(point.y()));
            command = 'L';
        }
        out.append(encrypts ? "\"/>\n" : "\" marker-end=\"url(#arrow)\"/>\n");
    }

    private void label(Line line) {
        line.labelFrame().ifPresent(frame -> {
            out.append("  ");
            rectangle(frame, "label");
            text(frame.x() + 2, frame.y() + frame.height() - 4, "", line.label());
        });
    }

    private void rectangle(Frame frame, String classes) {
        out.append("<rect class=\"").append(classes).append("\" x=\"").append(number(frame.x()));
        out.append("\" y=\"").append(number(frame.y())).append("\" width=\"").append(number(frame.width()));
        out.append("\" height=\"").append(number(frame.height())).append("\"/>\n");
    }

    private void text(double x, double y, String classes, String text) {
        out.append("    <text");
        if (!classes.isEmpty()) {
            out.append(" class=\"").append(classes).append('"');
        }
        out.append(" x=\"")
                .append(number(x))
                .append("\" y=\"")
                .append(number(y))
                .append("\">");
        out.append(escaped(text)).append("</text>\n");
    }

    private static String number(double number) {
        return BigDecimal.valueOf(number)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
