package io.tapstack.model.validation;

/** A literal text in a template, and where it stands. */
public final class PlacedText {

    private final String text;
    private final Place place;

    PlacedText(String text, Place place) {
        this.text = text;
        this.place = place;
    }

    /** The text. */
    public String text() {
        return text;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    @Override
    public String toString() {
        return text + " at " + place.path();
    }
}
