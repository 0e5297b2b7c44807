package io.tapstack.model.codegen;

import io.tapstack.model.facts.TypeFacts;
import java.util.Objects;

/** Writes the class of a property type. */
final class PropertyTypeWriter extends ClassWriter {

    private final ResourcePlan resource;
    private final TypeFacts type;
    private final String className;

    PropertyTypeWriter(ResourcePlan resource, TypeFacts type) {
        this(resource, type, Objects.requireNonNull(resource.propertyClass(type.name())));
    }

    private PropertyTypeWriter(ResourcePlan resource, TypeFacts type, String className) {
        super(resource, type, resource.propertyPackage(), className, resource.propertyClasses());
        this.resource = resource;
        this.type = type;
        this.className = className;
    }

    @Override
    void body() {
        String name = resource.typeName() + '.' + type.name();
        String object = imports.common("PropertyObject");
        classNotes(name);
        out.open("public final class " + className + " extends " + object + '<' + className + '>');
        constants();
        construction(imports.common("PropertyBag"));
        getters();
        out.blank()
                .line("/** Collects the properties of this object. Not thread-safe; what it builds is. */")
                .open("public static final class Builder extends " + object + ".Builder<Builder>")
                .blank()
                .method("private Builder(" + imports.common("PropertyBag") + " start)", "super(start);");
        builderMethods();
        build("", Literals.string(name));
        out.close().close();
    }

    private void construction(String bag) {
        out.blank()
                .method("private " + className + '(' + bag + " members)", "super(members);")
                .blank()
                .line("/** A builder with nothing in it. */")
                .method("public static Builder builder()", "return new Builder(" + bag + ".empty());")
                .blank()
                .line("/** Members as they stand in a template, seen as this type; unchecked. */")
                .method(
                        "public static " + className + " from(" + bag + " members)",
                        "return new " + className + "(members);")
                .blank()
                .line('@' + imports.common("Override"))
                .method(
                        "protected " + imports.common("PropertyObject") + '<' + className + "> like(" + bag
                                + " members)",
                        "return new " + className + "(members);")
                .blank()
                .line("/** A builder that starts with this object. */")
                .method("public Builder toBuilder()", "return new Builder(members());");
    }
}
