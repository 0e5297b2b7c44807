package io.tapstack.model.validation;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that conditions compare: the value of a parameter, mostly, or whatever a function yields. */
final class ConditionVariable {

    /** Starts a text that no template compares with. */
    static final String ANY_OTHER = "\0";

    final int number;
    /** The parameter, if its plain value is compared. */
    final @Nullable String parameter;
    /** The parameters that decide the value. */
    final Set<String> dependsOn;

    private ConditionVariable group = this;
    private final Set<String> comparedWith = new LinkedHashSet<>();
    private final List<ConditionVariable> joined = new ArrayList<>();
    private final List<String> allowed;
    private String[] domain = new String[0];

    ConditionVariable(int number, @Nullable String parameter, Set<String> dependsOn, List<String> allowed) {
        this.number = number;
        this.parameter = parameter;
        this.dependsOn = dependsOn;
        this.allowed = allowed;
        joined.add(this);
    }

    void compare(String text) {
        group().comparedWith.add(text);
        domain = new String[0];
    }

    void join(ConditionVariable other) {
        ConditionVariable mine = group();
        ConditionVariable others = other.group();
        if (mine != others) {
            others.group = mine;
            mine.comparedWith.addAll(others.comparedWith);
            mine.joined.addAll(others.joined);
        }
    }

    private ConditionVariable group() {
        ConditionVariable root = this;
        while (root.group != root) {
            root = root.group;
        }
        return root;
    }

    /** The values that make a difference: each text that it is compared with, and one that stands for all others. */
    String[] domain() {
        if (domain.length == 0) {
            ConditionVariable root = group();
            Set<String> values = new LinkedHashSet<>();
            if (allowed.isEmpty()) {
                values.addAll(root.comparedWith);
                for (ConditionVariable member : root.joined) {
                    values.addAll(member.allowed);
                    values.add(ANY_OTHER + member.number);
                }
            } else {
                boolean others = root.joined.size() > 1;
                for (String text : allowed) {
                    boolean compared = root.comparedWith.contains(text);
                    if (compared || others || values.add(ANY_OTHER)) {
                        values.add(text);
                    }
                }
                values.remove(ANY_OTHER);
            }
            domain = values.toArray(new String[0]);
        }
        return domain;
    }
}
