package io.tapstack.model.validation;

/** Tells resource types apart by their names. */
public final class ResourceTypes {

    private static final String CUSTOM_RESOURCE = "AWS::CloudFormation::CustomResource";

    private ResourceTypes() {}

    /** Whether a resource is backed by a function or topic of the user: {@code Custom::Anything}. */
    public static boolean isCustom(String type) {
        return type.startsWith("Custom::") || type.equals(CUSTOM_RESOURCE);
    }

    /** Whether a resource stands for a module, which CloudFormation replaces by the resources in it. */
    public static boolean isModule(String type) {
        return type.endsWith("::MODULE");
    }

    /** Whether a type comes from AWS itself, so that the facts should know it. */
    public static boolean isFromAws(String type) {
        return type.startsWith("AWS::") && !isModule(type);
    }

    /** The type by whose facts a resource is judged: custom resources share one. */
    static String judgedAs(String type) {
        return type.startsWith("Custom::") ? CUSTOM_RESOURCE : type;
    }
}
