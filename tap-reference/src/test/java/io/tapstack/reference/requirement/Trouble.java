package io.tapstack.reference.requirement;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with a template. */
final class Trouble {

    private final Set<String> found = new LinkedHashSet<>();

    /** Notes something if it is not so. */
    void expect(boolean isSo, String what) {
        if (!isSo) {
            found.add(what);
        }
    }

    /** Notes a resource that does not say something. */
    void expect(Part part, String way, String text) {
        expect(part.is(way, text), part + "." + way + " is '" + part.text(way) + "', not '" + text + "'");
    }

    /** Notes a type of which there is no resource. */
    void expectSome(Stack stack, String type) {
        expect(stack.has(type), "there is no " + type);
    }

    List<String> all() {
        return List.copyOf(found);
    }
}
