package io.tapstack.model.validation;

import io.tapstack.model.template.SourceLocation;

/** A finding with its place, so that it can be ordered and suppressed. */
final class PlacedFinding implements Comparable<PlacedFinding> {

    final Place place;
    final Finding finding;

    PlacedFinding(Place place, String ruleId, Severity severity, String message, String remedy) {
        this.place = place;
        Element element = place.element();
        SourceLocation source = element.source();
        Finding.Builder builder = Finding.builder();
        builder.ruleId(ruleId)
                .severity(severity)
                .file(source.file())
                .line(source.line())
                .path(place.path().toString())
                .message(message)
                .remedy(remedy);
        if (element.section() != Section.TEMPLATE) {
            builder.logicalId(element.name());
        }
        finding = builder.build();
    }

    @Override
    public int compareTo(PlacedFinding other) {
        int order = place.path().compareTo(other.place.path());
        if (order == 0) {
            order = finding.ruleId().compareTo(other.finding.ruleId());
        }
        return order != 0 ? order : finding.message().compareTo(other.finding.message());
    }
}
