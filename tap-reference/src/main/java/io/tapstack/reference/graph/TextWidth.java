package io.tapstack.reference.graph;

/** About how wide a text is in a usual font without serifs: rather too wide than too narrow. */
final class TextWidth {

    private static final double WIDE = 1.05;
    private static final double CAPITAL = 0.72;
    private static final double NARROW = 0.36;
    private static final double USUAL = 0.60;

    private TextWidth() {}

    /** In pixels, for a font of so many pixels. */
    static double of(String text, double size) {
        return text.codePoints().mapToDouble(TextWidth::of).sum() * size;
    }

    private static double of(int point) {
        if (point > 0x2E7F || point == 'W' || point == 'M' || point == 'm' || point == '@') {
            return WIDE;
        }
        if (Character.isUpperCase(point)) {
            return CAPITAL;
        }
        return "iljtf.,:;'|!()[] ".indexOf(point) >= 0 ? NARROW : USUAL;
    }
}
