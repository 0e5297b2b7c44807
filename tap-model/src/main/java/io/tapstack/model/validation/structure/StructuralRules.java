package io.tapstack.model.validation.structure;

import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** All rules about what CloudFormation itself demands. */
public final class StructuralRules {

    private StructuralRules() {}

    /** A validator with these rules, to which others can be added. */
    public static TemplateValidator validator() {
        return TemplateValidator.of(all());
    }

    /** The rules, in a fixed order. */
    public static List<TemplateRule> all() {
        List<TemplateRule> rules = new ArrayList<>();
        references(rules);
        properties(rules);
        services(rules);
        declarations(rules);
        functions(rules);
        limits(rules);
        return Collections.unmodifiableList(rules);
    }

    private static void references(List<TemplateRule> rules) {
        rules.add(new DanglingRef());
        rules.add(new DanglingSub());
        rules.add(new DanglingGetAtt());
        rules.add(new DanglingDependsOn());
        rules.add(new DanglingCondition());
        rules.add(new DanglingMapping());
        rules.add(new UnknownMappingKey());
        rules.add(new UnknownAttribute());
        rules.add(new UnusedSubVariable());
        rules.add(new MalformedPlaceholder());
        rules.add(new PlaceholderOutsideSub());
        rules.add(new CircularDependency());
        rules.add(new CircularCondition());
        rules.add(new ReferenceToConditionalResource());
        rules.add(new DependsOnConditionalResource());
    }

    private static void properties(List<TemplateRule> rules) {
        rules.add(new UnknownResourceType());
        rules.add(new RetiredResourceType());
        rules.add(new UnknownProperty());
        rules.add(new MissingProperty());
        rules.add(new WrongPropertyType());
        rules.add(new EnumValue());
        rules.add(new PatternMismatch());
        rules.add(new FormatMismatch());
        rules.add(new ReferenceFormat());
        rules.add(new TextLength());
        rules.add(new NumberRange());
        rules.add(new ItemCount());
        rules.add(new DuplicateItems());
        rules.add(new PropertyCombination());
        rules.add(new WorstCaseLength());
        rules.add(new WorstCaseCharacters());
        rules.add(new DeletionPolicyValue());
        rules.add(new PolicyAttributeSupport());
        rules.add(new UnknownResourceAttribute());
    }

    private static void services(List<TemplateRule> rules) {
        rules.add(new DuplicateName());
        rules.add(new RetiredRuntime());
        rules.add(new DistributionAlias());
        rules.add(new RecordSetValue());
        rules.add(new DuplicateSubnetAssociation());
        rules.add(new ReplicationGroupFailover());
        rules.add(new SubscriptionFilterLimit());
    }

    private static void declarations(List<TemplateRule> rules) {
        rules.add(new UnknownSection());
        rules.add(new FormatVersion());
        rules.add(new TransformShape());
        rules.add(new LogicalIdShape());
        rules.add(new DuplicateLogicalId());
        rules.add(new ParameterType());
        rules.add(new ParameterDefault());
        rules.add(new ParameterConstraint());
        rules.add(new UnusedParameter());
        rules.add(new UnusedCondition());
        rules.add(new UnusedMapping());
        rules.add(new MappingShape());
        rules.add(new RuleShape());
        rules.add(new ConditionShape());
        rules.add(new OutputShape());
        rules.add(new OutputValueType());
        rules.add(new DuplicateExport());
    }

    private static void functions(List<TemplateRule> rules) {
        rules.add(new UnknownFunctionName());
        rules.add(new FunctionNotAllowed());
        rules.add(new FunctionArguments());
        rules.add(new LanguageExtensionNeeded());
    }

    private static void limits(List<TemplateRule> rules) {
        rules.add(new NoResources());
        rules.add(new CountLimit());
        rules.add(new TextLimit());
        rules.add(new NestingLimit());
    }
}
