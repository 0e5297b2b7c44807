package io.tapstack.model.validation.structure;

import java.util.ArrayList;
import java.util.List;

/** The types that parameters can have. */
final class ParameterTypes {

    private static final String SSM = "AWS::SSM::Parameter::Value<";
    private static final String LIST = "List<";

    private static final List<String> AWS = List.of(
            "AWS::EC2::AvailabilityZone::Name",
            "AWS::EC2::Image::Id",
            "AWS::EC2::Instance::Id",
            "AWS::EC2::KeyPair::KeyName",
            "AWS::EC2::SecurityGroup::GroupName",
            "AWS::EC2::SecurityGroup::Id",
            "AWS::EC2::Subnet::Id",
            "AWS::EC2::VPC::Id",
            "AWS::EC2::Volume::Id",
            "AWS::Route53::HostedZone::Id");

    private static final List<String> PLAIN =
            List.of("String", "Number", "CommaDelimitedList", "AWS::SSM::Parameter::Name");

    private ParameterTypes() {}

    static boolean isKnown(String type) {
        if (PLAIN.contains(type) || AWS.contains(type)) {
            return true;
        }
        if (isWrapped(type, SSM)) {
            String inner = unwrap(type, SSM);
            return inner.equals("CommaDelimitedList")
                    || isWrapped(inner, LIST) && isItem(unwrap(inner, LIST))
                    || isItem(inner);
        }
        return isWrapped(type, LIST) && isItem(unwrap(type, LIST));
    }

    /** Whether constraints are about the name of a parameter of Systems Manager, not about its value. */
    static boolean isStored(String type) {
        return type.startsWith(SSM);
    }

    private static boolean isItem(String type) {
        return type.equals("String")
                || type.equals("Number")
                || AWS.contains(type)
                || type.equals("AWS::SSM::Parameter::Name");
    }

    private static boolean isWrapped(String type, String opening) {
        return type.startsWith(opening) && type.endsWith(">");
    }

    private static String unwrap(String type, String opening) {
        return type.substring(opening.length(), type.length() - 1);
    }

    /** The types to suggest for a misspelt one. */
    static List<String> suggestions() {
        List<String> all = new ArrayList<>(PLAIN);
        all.addAll(AWS);
        for (String type : AWS) {
            all.add(LIST + type + ">");
        }
        all.add("List<Number>");
        all.add("List<String>");
        return all;
    }
}
