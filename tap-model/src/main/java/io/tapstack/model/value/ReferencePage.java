package io.tapstack.model.value;

import java.util.Locale;

/** Where AWS describes a type: a rule, so that no class and no fact has to carry its address. */
public final class ReferencePage {

    private static final String REFERENCE = "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/";
    private static final String SERVERLESS =
            "https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-";

    private ReferencePage() {}

    /**
     * The page of a resource type, such as {@code AWS::DynamoDB::Table}, or of one of its property types, such as
     * {@code AWS::DynamoDB::Table.SSESpecification}; for any other name the first page of the reference.
     */
    public static String of(String typeName) {
        String[] parts = typeName.toLowerCase(Locale.ROOT).split("::", -1);
        if (parts.length != 3) {
            return REFERENCE;
        }
        String kind = parts[2].indexOf('.') < 0 ? "resource" : "properties";
        String name = parts[2].replace('.', '-') + ".html";
        if (parts[1].equals("serverless")) {
            return SERVERLESS + (kind.equals("resource") ? kind : "property") + '-' + name;
        }
        return REFERENCE + parts[0] + '-' + kind + '-' + parts[1] + '-' + name;
    }
}
