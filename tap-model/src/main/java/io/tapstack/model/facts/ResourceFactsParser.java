package io.tapstack.model.facts;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the file of one resource type. */
final class ResourceFactsParser {

    private final FactsLines lines;
    private final List<AttributeFacts> attributes = new ArrayList<>();
    private final List<TypeFacts> types = new ArrayList<>();
    private @Nullable ResourceHead head;
    private @Nullable ShapeMembers resourceMembers;
    private @Nullable String currentType;
    private boolean currentTypeOpen;
    private List<PropertyFacts> properties = new ArrayList<>();
    private List<ConstraintFacts> constraints = new ArrayList<>();

    private ResourceFactsParser(String file, String text) {
        this.lines = new FactsLines(file, text);
    }

    static ResourceFacts parse(String file, String text) {
        return new ResourceFactsParser(file, text).parse();
    }

    private ResourceFacts parse() {
        while (lines.nextLine()) {
            try {
                line(lines.token("a kind"));
            } catch (IllegalArgumentException e) {
                throw lines.malformed(String.valueOf(e.getMessage()));
            }
        }
        finishShape();
        if (head == null || resourceMembers == null) {
            throw new FactsFormatException(lines.file(), 0, "no resource line");
        }
        return new ResourceFacts(head, resourceMembers, attributes, types);
    }

    private void line(String kind) {
        if (head == null && !kind.equals("resource")) {
            throw lines.malformed("expected the resource line, found '" + kind + "'");
        }
        switch (kind) {
            case "resource" -> resource();
            case "attribute" -> attribute();
            case "property" -> property();
            case "constraint" -> constraints.add(ConstraintParser.parse(lines.token("a constraint")));
            case "type" -> {
                finishShape();
                beginType();
            }
            default -> throw lines.malformed("unknown kind '" + kind + "'");
        }
        if (lines.hasToken()) {
            throw lines.malformed("unexpected '" + lines.token("") + "'");
        }
    }

    private void beginType() {
        currentType = lines.token("a type name");
        currentTypeOpen = lines.hasToken();
        if (currentTypeOpen && !lines.token("open").equals("open")) {
            throw lines.malformed("unknown flag of a type");
        }
    }

    private void resource() {
        if (head != null) {
            throw lines.malformed("a second resource line");
        }
        ResourceHead read = new ResourceHead(lines.token("a type name"));
        while (lines.hasToken()) {
            String flag = lines.token("a flag");
            if (!read.accept(flag)) {
                throw lines.malformed("unknown flag '" + flag + "'");
            }
        }
        head = read;
    }

    private void attribute() {
        if (currentType != null) {
            throw lines.malformed("an attribute inside a type");
        }
        String name = lines.token("a name");
        attributes.add(new AttributeFacts(name, PropertyType.parse(lines.token("a type"))));
    }

    private void property() {
        String name = lines.token("a name");
        PropertyType type = PropertyType.parse(lines.token("a type"));
        PropertyFlags flags = new PropertyFlags();
        while (lines.hasToken()) {
            String token = lines.token("a flag");
            if (!flags.accept(token)) {
                throw lines.malformed("unknown flag '" + token + "'");
            }
        }
        properties.add(new PropertyFacts(name, type, flags));
    }

    private void finishShape() {
        boolean open = currentType == null ? head != null && head.open : currentTypeOpen;
        ShapeMembers members = new ShapeMembers(properties, constraints, open);
        if (currentType == null) {
            resourceMembers = members;
        } else {
            types.add(new TypeFacts(currentType, members));
        }
        properties = new ArrayList<>();
        constraints = new ArrayList<>();
    }
}
