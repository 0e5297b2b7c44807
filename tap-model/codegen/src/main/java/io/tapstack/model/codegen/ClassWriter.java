package io.tapstack.model.codegen;

import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.value.ReferencePage;
import java.util.Set;
import java.util.stream.Collectors;

/** What the classes of resource types and of property types have in common. */
abstract class ClassWriter {

    private final Shape shape;
    private final String packageName;
    private final String className;
    final ShapePlan plan;
    final Imports imports;
    final JavaTypes types;
    final SourceText out = new SourceText();

    ClassWriter(ResourcePlan resource, Shape shape, String packageName, String className, Set<String> siblings) {
        this.shape = shape;
        this.packageName = packageName;
        this.className = className;
        plan = new ShapePlan(shape);
        imports = new Imports(packageName, className, siblings);
        types = new JavaTypes(resource, imports);
    }

    /** The whole file. */
    final SourceFile write() {
        body();
        String text = "package " + packageName + ";\n\n" + imports.statements() + '\n' + out;
        return SourceFile.of(packageName, className, text);
    }

    /** Writes the class. */
    abstract void body();

    /** Writes the Javadoc of the class. */
    final void classNotes(String name) {
        out.line("/**")
                .line(" * " + Literals.javadoc(name) + '.')
                .line(" *")
                .line(" * @see <a href=\"" + ReferencePage.of(name) + "\">AWS's page</a>")
                .line(" */");
    }

    /** Writes a getter for each property. */
    final void getters() {
        for (MemberPlan member : plan.members()) {
            PropertyFacts facts = member.facts();
            out.blank()
                    .line("/** " + Literals.javadoc(facts.name()) + ", if set. */")
                    .method(
                            "public " + imports.common("Optional") + '<' + types.value(facts.type()) + "> "
                                    + member.getter() + "()",
                            "return " + types.getter(facts.type()) + '(' + Literals.string(facts.name())
                                    + types.view(facts.type()) + ");");
        }
    }

    /** Writes a constant for each known value of the enumerated properties. */
    final void constants() {
        for (MemberPlan member : plan.members()) {
            String owner = Literals.javadoc(member.facts().name());
            member.constants()
                    .forEach((value, name) -> out.blank()
                            .line("/** A known value of " + owner + ": " + Literals.javadoc(value) + ". */")
                            .line("public static final " + imports.common("String") + ' ' + name + " = "
                                    + Literals.string(value) + ';'));
        }
    }

    /** Writes the builder methods of all properties. */
    final void builderMethods() {
        plan.members().forEach(member -> new BuilderMethods(out, imports, types, member).write());
    }

    /** Writes the method that builds. */
    final void build(String before, String typeName) {
        String required = shape.requiredProperties().stream()
                .map(property -> ", " + Literals.string(property.name()))
                .collect(Collectors.joining());
        out.blank()
                .line(
                        "/** What has been collected; throws {@code MissingPropertyException} if a required property is missing. */")
                .method(
                        "public " + className + " build()",
                        "return new " + className + '(' + before + "checked(" + typeName + required + "));");
    }
}
