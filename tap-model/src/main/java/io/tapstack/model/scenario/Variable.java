package io.tapstack.model.scenario;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Something that conditions compare: the value of a parameter, mostly, or whatever a function yields. */
final class Variable {

    /** Starts a text that no template compares with. */
    static final String ANY_OTHER = "\0";

    final int number;
    /** The parameter, if its plain value is compared; may be a pseudo parameter. */
    final @Nullable String parameter;
    /** The parameters that decide the value, as far as they are known. */
    final Set<String> dependsOn;
    /** Whether it is not known which values it can have, or what they hang together with. */
    final boolean opaque;
    /** The values that it can have; empty if it can have any. */
    final List<String> allowed;
    /** The value that a parameter has if nobody chooses one; null if there is none. */
    final @Nullable String preferred;

    private Variable(
            int number,
            @Nullable String parameter,
            Set<String> dependsOn,
            boolean opaque,
            List<String> allowed,
            @Nullable String preferred) {
        this.number = number;
        this.parameter = parameter;
        this.dependsOn = dependsOn;
        this.opaque = opaque;
        this.allowed = allowed;
        this.preferred = preferred;
    }

    static Variable ofParameter(int number, String name, List<String> allowed, @Nullable String preferred) {
        return new Variable(number, name, Set.of(name), false, allowed, preferred);
    }

    static Variable ofExpression(int number, Set<String> dependsOn, boolean opaque) {
        return new Variable(number, null, dependsOn, opaque, List.of(), null);
    }

    /** A value that stands for all that nothing is compared with. */
    String other() {
        return ANY_OTHER + number;
    }

    static boolean isOther(String value) {
        return value.startsWith(ANY_OTHER);
    }
}
