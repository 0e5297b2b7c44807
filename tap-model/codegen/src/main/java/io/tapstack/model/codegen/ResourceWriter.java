package io.tapstack.model.codegen;

import io.tapstack.model.facts.AttributeFacts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes the class of a resource type. */
final class ResourceWriter extends ClassWriter {

    private final ResourcePlan resource;
    private final String className;

    ResourceWriter(ResourcePlan resource) {
        super(resource, resource.facts(), resource.packageName(), resource.className(), resource.siblings());
        this.resource = resource;
        this.className = resource.className();
    }

    @Override
    void body() {
        String base = imports.common("Resource");
        String string = imports.common("String");
        classNotes(resource.typeName());
        out.open("public final class " + className + " extends " + base)
                .blank()
                .line("/** The name of the type. */")
                .line("public static final " + string + " TYPE = " + Literals.string(resource.typeName()) + ';');
        constants();
        construction(base, string);
        getters();
        attributes();
        out.blank()
                .line(
                        "/** Collects the properties and options of this resource. Not thread-safe; what it builds is. */")
                .open("public static final class Builder extends " + base + ".Builder<Builder>")
                .blank()
                .method(
                        "private Builder(" + string + " logicalId, " + imports.common("SourceLocation") + " source)",
                        "super(logicalId, TYPE, source);")
                .blank()
                .method("private Builder(" + base + " start)", "super(start);");
        builderMethods();
        build("this, ", "TYPE");
        out.close().close();
    }

    private void construction(String base, String string) {
        String location = imports.common("SourceLocation");
        out.blank()
                .method(
                        "private " + className + "(Builder builder, " + imports.common("PropertyBag") + " properties)",
                        "super(builder, properties);")
                .blank()
                .method("private " + className + '(' + base + " other)", "super(other, TYPE);")
                .blank()
                .line("/** A builder of a resource with this logical id, declared by the line that calls this. */")
                .method(
                        "public static Builder builder(" + string + " logicalId)",
                        "return new Builder(logicalId, " + location + ".ofCaller());")
                .blank()
                .line("/** A builder of a resource with this logical id that was declared in that place. */")
                .method(
                        "public static Builder builder(" + string + " logicalId, " + location + " source)",
                        "return new Builder(logicalId, source);")
                .blank()
                .line(
                        "/** A resource of this type, whatever its class, seen as this class; its properties are not checked. */")
                .method(
                        "public static " + className + " from(" + base + " other)",
                        "return new " + className + "(other);")
                .blank()
                .line("/** A builder that starts with this resource. */")
                .method("public Builder toBuilder()", "return new Builder(this);");
    }

    /** A method for each attribute; the one with fewer dots is named first, should two be alike without them. */
    private void attributes() {
        List<AttributeFacts> attributes = new ArrayList<>(resource.facts().attributes());
        attributes.sort(Comparator.<AttributeFacts>comparingLong(attribute ->
                        attribute.name().chars().filter(c -> c == '.').count())
                .thenComparing(AttributeFacts::name));
        for (AttributeFacts attribute : attributes) {
            if (!attribute.name().equals("*")) {
                attribute(attribute);
            }
        }
    }

    private void attribute(AttributeFacts attribute) {
        String name = attribute.name();
        String method = Identifiers.lowerCamel(name);
        String declaration = "public " + imports.common("GetAtt") + '<' + types.evaluated(attribute.type()) + "> ";
        out.blank().line("/** The attribute " + Literals.javadoc(name) + ". */");
        if (name.endsWith("*")) {
            String prefix = Literals.string(name.substring(0, name.length() - 1));
            String parameter = '(' + imports.common("String") + " name)";
            out.method(declaration + plan.claimLookup(method) + parameter, "return attribute(" + prefix + " + name);");
        } else {
            out.method(
                    declaration + plan.claimAttribute(method) + "()",
                    "return attribute(" + Literals.string(name) + ");");
        }
    }
}
