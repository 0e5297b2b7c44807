package io.tapstack.patterns.rule.iam;

import io.tapstack.model.template.Resource;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.Literal;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.ExceptionRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exception record as it stands in the metadata of a resource. It answers for wildcards of the kinds that it speaks of: of actions
 * or principals if it says {@code Action} or {@code Principal}, of resources if it says {@code Resource} or none of these.
 */
final class RecordedException {

    private static final String EVERYWHERE = "all";

    /** What a record says that speaks of all resources, not of those behind a prefix. */
    private static final Pattern ALL_RESOURCES = Pattern.compile("(^|.*Resource )\\*($|,.*)");

    private final List<String> places;
    private final String what;

    private RecordedException(List<String> places, String what) {
        this.places = places;
        this.what = what;
    }

    /** The records of a resource that are complete, in order. */
    static List<RecordedException> of(Resource resource) {
        List<RecordedException> found = new ArrayList<>();
        if (resource.options().metadata().get(ExceptionRecord.METADATA_KEY) instanceof ListValue<?> records) {
            for (Value<?> record : records.items()) {
                String where = text(record, "Where");
                String what = text(record, "What");
                boolean complete = !text(record, "Reason").isBlank()
                        && !text(record, "Compensation").isBlank();
                if (complete && !where.isBlank() && !what.isBlank()) {
                    found.add(new RecordedException(split(where), what));
                }
            }
        }
        return found;
    }

    private static String text(@Nullable Value<?> record, String name) {
        return record instanceof ObjectValue<?> object && object.members().find(name) instanceof Literal<?> literal
                ? literal.text()
                : "";
    }

    private static List<String> split(String where) {
        List<String> places = new ArrayList<>();
        for (String place : where.split(",", -1)) {
            if (!place.isBlank()) {
                places.add(place.strip());
            }
        }
        return places;
    }

    /** The sids that it names, or {@code all}, or paths of properties. */
    List<String> places() {
        return places;
    }

    /** Whether it answers for wildcards of this kind in the statement of this sid. */
    boolean explains(String sid, WildcardKind kind) {
        return (places.contains(EVERYWHERE) || places.contains(sid)) && speaksOf(kind);
    }

    /** Whether it speaks of all resources there are; a record of a prefix does not answer for more. */
    boolean speaksOfAllResources() {
        return ALL_RESOURCES.matcher(what).matches();
    }

    /** Whether one of its places means the statement of this sid. */
    static boolean isMeant(String place, String sid) {
        return place.equals(EVERYWHERE) || place.equals(sid);
    }

    boolean speaksOf(WildcardKind kind) {
        boolean ofAction = what.contains(WildcardKind.ACTION.word());
        boolean ofPrincipal = what.contains(WildcardKind.PRINCIPAL.word());
        return switch (kind) {
            case ACTION -> ofAction;
            case PRINCIPAL -> ofPrincipal;
            case RESOURCE -> what.contains(WildcardKind.RESOURCE.word()) || (!ofAction && !ofPrincipal);
        };
    }
}
