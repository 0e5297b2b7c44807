package io.tapstack.model.validation.structure;

import io.tapstack.model.facts.ConstraintFacts;
import io.tapstack.model.validation.Presence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One rule of a type about which properties stand together, and how to tell that it is broken. */
final class Combination {

    private final String typeName;
    private final ConstraintFacts constraint;

    Combination(String typeName, ConstraintFacts constraint) {
        this.typeName = typeName;
        this.constraint = constraint;
    }

    /** All names that it is about. */
    List<String> names() {
        List<String> names = new ArrayList<>();
        String subject = constraint.subject();
        if (subject != null) {
            names.add(subject);
        }
        for (List<String> group : constraint.alternatives()) {
            names.addAll(group);
        }
        return names;
    }

    /** What is wrong if these names are there and no others; null if nothing is. */
    @Nullable
    String problem(Presence way) {
        List<List<String>> groups = constraint.alternatives();
        String subject = constraint.subject();
        if (subject != null) {
            return way.has(subject) ? dependent(subject, way) : null;
        }
        int complete = 0;
        List<String> filled = List.of();
        for (int i = 0; i < groups.size(); i++) {
            List<String> group = groups.get(i);
            if (hasAll(group, way, false)) {
                complete++;
                filled = hasAll(group, way, true) ? added(filled, text(group)) : filled;
            }
        }
        boolean exclusive = constraint.kind() == ConstraintFacts.Kind.REQUIRED_XOR;
        if (complete == 0) {
            return typeName + " needs " + (exclusive ? "exactly one" : "at least one") + " of " + alternatives()
                    + ", and none is set";
        }
        return exclusive && filled.size() > 1
                ? typeName + " takes only one of " + alternatives() + ", and " + String.join(" and ", filled)
                        + " are set"
                : null;
    }

    private static boolean hasAll(List<String> group, Presence way, boolean content) {
        for (int i = 0; i < group.size(); i++) {
            if (!(content ? way.hasContent(group.get(i)) : way.has(group.get(i)))) {
                return false;
            }
        }
        return true;
    }

    private static List<String> added(List<String> names, String name) {
        List<String> more = new ArrayList<>(names);
        more.add(name);
        return more;
    }

    private @Nullable String dependent(String subject, Presence way) {
        boolean needed = constraint.kind() == ConstraintFacts.Kind.DEPENDENT_REQUIRED;
        for (List<String> group : constraint.alternatives()) {
            for (String name : group) {
                if (needed ? !way.has(name) : way.hasContent(name) && way.hasContent(subject)) {
                    return needed
                            ? subject + " of " + typeName + " needs " + name + ", which is not set"
                            : subject + " and " + name + " of " + typeName + " exclude each other, and both are set";
                }
            }
        }
        return null;
    }

    private String alternatives() {
        List<String> texts = new ArrayList<>();
        for (List<String> group : constraint.alternatives()) {
            texts.add(text(group));
        }
        return Texts.list(texts);
    }

    private static String text(List<String> group) {
        return group.size() == 1 ? group.get(0) : String.join(" with ", group);
    }

    /** What to do about it. */
    String remedy() {
        switch (constraint.kind()) {
            case REQUIRED_XOR:
                return "Set one of them and no other.";
            case REQUIRED_OR:
                return "Set one of them.";
            case DEPENDENT_REQUIRED:
                return "Set both, or neither.";
            default:
                return "Remove one of them.";
        }
    }
}
