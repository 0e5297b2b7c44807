package io.tapstack.reference.requirement;

/** Looks at names that others rely on. */
final class Names {

    private Names() {}

    /** A property, written as {@code LogicalId.Property}, has a name. */
    static void expect(Stack stack, String place, String name, Trouble trouble) {
        int dot = place.indexOf('.');
        stack.part(place.substring(0, dot))
                .ifPresentOrElse(
                        part -> trouble.expect(part, place.substring(dot + 1), name),
                        () -> trouble.expect(false, "there is no " + place));
    }

    /** Some resource of a type has a name. */
    static void expectSome(Stack stack, String type, String property, String name, Trouble trouble) {
        trouble.expect(
                stack.parts(type).stream().anyMatch(part -> part.is(property, name)),
                "there is no " + type + " of the name " + name);
    }
}
