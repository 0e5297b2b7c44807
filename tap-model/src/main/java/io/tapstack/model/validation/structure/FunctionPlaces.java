package io.tapstack.model.validation.structure;

import java.util.Set;

/** Which functions may stand where. */
final class FunctionPlaces {

    /** True or false; in conditions and rules only. */
    static final Set<String> LOGIC = Set.of("Fn::And", "Fn::Or", "Fn::Not", "Fn::Equals", "Condition");

    /** In rules only. */
    static final Set<String> RULES_ONLY = Set.of(
            "Fn::Contains", "Fn::EachMemberEquals", "Fn::EachMemberIn", "Fn::RefAll", "Fn::ValueOf", "Fn::ValueOfAll");

    /** In conditions, besides {@link #LOGIC}. */
    static final Set<String> IN_CONDITIONS = Set.of(
            "Ref",
            "Fn::FindInMap",
            "Fn::Sub",
            "Fn::Join",
            "Fn::Select",
            "Fn::Split",
            "Fn::Length",
            "Fn::ToJsonString",
            "Fn::Transform");

    /** In rules, besides {@link #LOGIC} and {@link #RULES_ONLY}. */
    static final Set<String> IN_RULES =
            Set.of("Ref", "Fn::FindInMap", "Fn::Sub", "Fn::Join", "Fn::Select", "Fn::Split");

    /** Everywhere else. */
    static final Set<String> ANYWHERE = Set.of(
            "Ref",
            "Fn::GetAtt",
            "Fn::Sub",
            "Fn::Join",
            "Fn::Select",
            "Fn::Split",
            "Fn::If",
            "Fn::FindInMap",
            "Fn::ImportValue",
            "Fn::Base64",
            "Fn::Cidr",
            "Fn::GetAZs",
            "Fn::GetStackOutput",
            "Fn::Length",
            "Fn::ToJsonString",
            "Fn::Transform");

    private FunctionPlaces() {}

    static boolean isKnown(String function) {
        if (function.equals("Fn::Sub") || function.equals("Fn::If")) {
            return true;
        }
        return ANYWHERE.contains(function)
                || LOGIC.contains(function)
                || RULES_ONLY.contains(function)
                || function.startsWith("Fn::ForEach::");
    }
}
