package io.tapstack.patterns.preset;

/** Checks of options that are numbers. */
final class Ranges {

    private Ranges() {}

    /**
     * Demands that an option lies within bounds, both included.
     *
     * @throws IllegalArgumentException if it does not, naming the option
     */
    static void require(String option, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(option + ": " + value + " is not within " + least + " to " + most);
        }
    }
}
