package io.tapstack.model.codegen;

import io.tapstack.model.facts.JavaNames;

/** Writes the {@code package-info} of a service. */
final class PackageWriter {

    private PackageWriter() {}

    /** The {@code package-info} of the service that a resource type belongs to. */
    static SourceFile packageInfo(String typeName) {
        String packageName = JavaNames.servicePackage(typeName);
        String service = typeName.substring(0, typeName.lastIndexOf("::"));
        String text = "\n/** The resource types of {@code " + service + "}, and below them their property types. */\n"
                + "package " + packageName + ";\n";
        return SourceFile.of(packageName, "package-info", text);
    }
}
