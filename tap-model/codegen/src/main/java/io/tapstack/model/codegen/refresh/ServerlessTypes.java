package io.tapstack.model.codegen.refresh;

import io.tapstack.model.facts.Origin;

/**
 * The types of the serverless transform. The first source describes some of them as they were years ago, the schemas as the
 * transform takes them today: so for these types the structure is the schema's.
 */
final class ServerlessTypes {

    static final String PREFIX = "AWS::Serverless::";
    static final String TRANSFORM = "AWS::Serverless-2016-10-31";

    private ServerlessTypes() {}

    /** The resource without its structure if it is a serverless type, else as it is. */
    static ResourceModel restructured(ResourceModel resource) {
        if (!resource.typeName.startsWith(PREFIX)) {
            return resource;
        }
        ResourceModel bare = new ResourceModel(resource.typeName, Origin.SCHEMA);
        bare.transform = TRANSFORM;
        bare.stateful = resource.stateful;
        bare.tagProperty = resource.tagProperty;
        bare.arnPattern = resource.arnPattern;
        bare.refReturns.addAll(resource.refReturns);
        bare.attributes.putAll(resource.attributes);
        return bare;
    }
}
