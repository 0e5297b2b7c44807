package io.tapstack.model.codegen;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How one source file refers to other classes: by simple name, with an import where it needs one, as long as nothing shadows that
 * name; else by full name.
 *
 * <p>The classes that all generated code is made of have precedence, so that {@code Value} means the same in every file except
 * one that declares a {@code Value} itself.
 */
final class Imports {

    private static final Map<String, String> COMMON = Stream.of(
                    "java.lang.Boolean",
                    "java.lang.Double",
                    "java.lang.Integer",
                    "java.lang.Long",
                    "java.lang.Object",
                    "java.lang.Override",
                    "java.lang.SafeVarargs",
                    "java.lang.String",
                    "java.util.List",
                    "java.util.Map",
                    "java.util.Optional",
                    "io.tapstack.model.template.Resource",
                    "io.tapstack.model.template.SourceLocation",
                    "io.tapstack.model.template.Tag",
                    "io.tapstack.model.value.GetAtt",
                    "io.tapstack.model.value.PropertyBag",
                    "io.tapstack.model.value.PropertyObject",
                    "io.tapstack.model.value.Value")
            .collect(Collectors.toMap(name -> name.substring(name.lastIndexOf('.') + 1), name -> name));

    private final String packageName;
    private final String className;
    private final Set<String> siblings;
    private final Map<String, String> imported = new TreeMap<>();

    /**
     * The references of one file.
     *
     * @param className the simple name of the class in it
     * @param siblings the simple names of all classes of the package
     */
    Imports(String packageName, String className, Set<String> siblings) {
        this.packageName = packageName;
        this.className = className;
        this.siblings = siblings;
    }

    /** Refers to one of the classes that all generated code is made of. */
    String common(String simpleName) {
        String fullName = COMMON.get(simpleName);
        if (fullName == null) {
            throw new IllegalArgumentException("simpleName: " + simpleName + " is not common");
        }
        boolean implicit = fullName.startsWith("java.lang.");
        if (simpleName.equals(className) || (implicit && siblings.contains(simpleName))) {
            return fullName;
        }
        if (!implicit) {
            imported.put(simpleName, fullName);
        }
        return simpleName;
    }

    /** Refers to a generated class. */
    String generated(String ofPackage, String simpleName) {
        String fullName = ofPackage + '.' + simpleName;
        boolean same = ofPackage.equals(packageName);
        if (same && simpleName.equals(className)) {
            return simpleName;
        }
        if (simpleName.equals(className) || COMMON.containsKey(simpleName)) {
            return fullName;
        }
        if (!same) {
            imported.put(simpleName, fullName);
        }
        return simpleName;
    }

    /** The import statements. */
    String statements() {
        return imported.values().stream()
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }
}
