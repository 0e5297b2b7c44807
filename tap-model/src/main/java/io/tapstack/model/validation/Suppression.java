package io.tapstack.model.validation;

import java.util.Objects;
import java.util.Optional;

/**
 * A finding that somebody has accepted, with the reason: an entry of {@code Metadata: {tap: {Suppress: [{Rule, Reason}]}}} of a
 * resource, or of the template for all of it.
 */
public final class Suppression {

    private final String ruleId;
    private final String reason;
    private final Place place;

    Suppression(String ruleId, String reason, Place place) {
        this.ruleId = Objects.requireNonNull(ruleId, "ruleId");
        this.reason = Objects.requireNonNull(reason, "reason");
        this.place = Objects.requireNonNull(place, "place");
    }

    /** The rule whose findings are accepted. */
    public String ruleId() {
        return ruleId;
    }

    /** Why. */
    public String reason() {
        return reason;
    }

    /** Where it stands. */
    public Place place() {
        return place;
    }

    /** The resource whose findings are accepted; empty if those of the whole template are. */
    public Optional<String> logicalId() {
        Element element = place.element();
        return element.section() == Section.TEMPLATE ? Optional.empty() : Optional.of(element.name());
    }

    @Override
    public String toString() {
        return ruleId + " at " + place + ": " + reason;
    }
}
