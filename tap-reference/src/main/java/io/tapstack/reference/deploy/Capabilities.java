package io.tapstack.reference.deploy;

import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What CloudFormation wants to be acknowledged before it creates a stack: that the template changes who may do what, under names of
 * its own choice even, and that a macro rewrites it.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/APIReference/API_CreateChangeSet.html">CreateChangeSet</a>
 */
final class Capabilities {

    private static final String IAM = "CAPABILITY_IAM";
    private static final String NAMED = "CAPABILITY_NAMED_IAM";
    private static final String EXPAND = "CAPABILITY_AUTO_EXPAND";

    /** The types that ask for it, and the property that gives each a name; empty if none does. */
    private static final Map<String, String> TYPES = Map.of(
            "AWS::IAM::AccessKey", "",
            "AWS::IAM::Group", "GroupName",
            "AWS::IAM::InstanceProfile", "InstanceProfileName",
            "AWS::IAM::ManagedPolicy", "ManagedPolicyName",
            "AWS::IAM::Policy", "",
            "AWS::IAM::Role", "RoleName",
            "AWS::IAM::User", "UserName",
            "AWS::IAM::UserToGroupAddition", "");

    private Capabilities() {}

    /** Those of a template, in a fixed order. Nested stacks may need all of them, whatever they hold. */
    static Collection<String> of(Template template) {
        Set<String> needed = new LinkedHashSet<>();
        for (Resource resource : template.resources()) {
            String nameProperty = TYPES.get(resource.resourceType());
            if (nameProperty != null) {
                needed.add(resource.properties().has(nameProperty) ? NAMED : IAM);
            }
            if (resource.resourceType().equals("AWS::CloudFormation::Stack")) {
                needed.addAll(List.of(NAMED, EXPAND));
            }
        }
        if (!template.transforms().isEmpty()) {
            needed.add(EXPAND);
        }
        if (needed.contains(NAMED)) {
            needed.remove(IAM);
        }
        return needed.stream().sorted().toList();
    }
}
