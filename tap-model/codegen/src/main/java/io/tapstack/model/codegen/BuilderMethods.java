package io.tapstack.model.codegen;

import io.tapstack.model.facts.ListType;
import io.tapstack.model.facts.MapType;
import io.tapstack.model.facts.PrimitiveType;
import io.tapstack.model.facts.PropertyType;
import io.tapstack.model.facts.UnionType;
import java.util.LinkedHashSet;
import java.util.Set;

/** Writes the builder methods of a property: one that takes a {@code Value}, and a plain overload where Java has one. */
final class BuilderMethods {

    private final SourceText out;
    private final Imports imports;
    private final JavaTypes types;
    private final MemberPlan member;
    private final String notes;

    BuilderMethods(SourceText out, Imports imports, JavaTypes types, MemberPlan member) {
        this.out = out;
        this.imports = imports;
        this.types = types;
        this.member = member;
        notes = PropertyNotes.of(member);
    }

    void write() {
        PropertyType type = member.facts().type();
        method(types.accepted(type) + " value", "put");
        if (type instanceof ListType list) {
            items(list.element());
        } else if (type instanceof MapType map) {
            entries(map.element());
        } else {
            for (String plain : plain(type)) {
                method(plain + " value", "put");
            }
            if (type == PrimitiveType.JSON || alternatives(type).contains(PrimitiveType.JSON)) {
                method(types.jsonMap() + " value", "putJson");
            }
        }
    }

    private void items(PropertyType element) {
        if (isText(element)) {
            method(imports.common("String") + "... values", "putStrings");
        }
        if (JavaTypes.isOpen(element)) {
            method(imports.common("Value") + "<?>... values", "putList");
            method(imports.common("List") + "<?> values", "putJson");
        } else {
            safeVarargs(types.accepted(element));
        }
    }

    private void entries(PropertyType element) {
        if (JavaTypes.isOpen(element)) {
            method(types.jsonMap() + " entries", "putJson");
        } else {
            String map = imports.common("Map") + '<' + imports.common("String") + ", ? extends "
                    + types.accepted(element) + '>';
            method(map + " entries", "putMap");
        }
    }

    private void method(String parameter, String helper) {
        out.blank().line(notes);
        body("public ", parameter, helper);
    }

    private void safeVarargs(String item) {
        out.blank().line(notes).line('@' + imports.common("SafeVarargs"));
        body("public final ", item + "... values", "putList");
    }

    private void body(String modifiers, String parameter, String helper) {
        String argument = parameter.substring(parameter.lastIndexOf(' ') + 1);
        out.method(
                modifiers + "Builder " + member.method() + '(' + parameter + ')',
                "return " + helper + '(' + Literals.string(member.facts().name()) + ", " + argument + ");");
    }

    /** The plain Java types of a primitive type, or of all primitive alternatives of a union. */
    private Set<String> plain(PropertyType type) {
        Set<String> plain = new LinkedHashSet<>();
        for (PropertyType alternative : type instanceof UnionType ? alternatives(type) : Set.of(type)) {
            if (isText(alternative)) {
                plain.add(imports.common("String"));
            } else if (alternative == PrimitiveType.INTEGER) {
                plain.add("int");
            } else if (alternative == PrimitiveType.LONG) {
                plain.add("long");
            } else if (alternative == PrimitiveType.NUMBER) {
                plain.add("double");
            } else if (alternative == PrimitiveType.BOOLEAN) {
                plain.add("boolean");
            }
        }
        return plain;
    }

    private static Set<PropertyType> alternatives(PropertyType type) {
        return type instanceof UnionType union ? new LinkedHashSet<>(union.alternatives()) : Set.of();
    }

    private static boolean isText(PropertyType type) {
        return type == PrimitiveType.STRING || type == PrimitiveType.TIMESTAMP;
    }
}
