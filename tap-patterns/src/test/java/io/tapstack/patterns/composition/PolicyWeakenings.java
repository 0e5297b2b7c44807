package io.tapstack.patterns.composition;

import io.tapstack.model.template.Mapping;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.FindInMap;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Select;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;

/** Rights that are wider than they look, and principals that are others. */
final class PolicyWeakenings {

    private static final String POLICY = "AWS::IAM::Policy";
    private static final String GRANTS = "GrantsForServiceResources";
    private static final String ROLE = "AWS::IAM::Role";
    private static final String KEY = "AWS::KMS::Key";
    private static final String ENDPOINT = "AWS::EC2::VPCEndpoint";
    private static final String STATEMENTS = "PolicyDocument.Statement";
    private static final String TRUST = "AssumeRolePolicyDocument.Statement";
    private static final String WILDCARD = "UnexplainedWildcard";
    private static final String OTHER = "arn:aws:iam::111122223333:root";
    private static final LogicalId WIDE = LogicalId.of("Wide");

    private PolicyWeakenings() {}

    static void add(List<Weakening> all) {
        addHiddenWildcards(all);
        addPrincipals(all);
        addKeyPolicies(all);
        addConditions(all);
        addRights(all);
    }

    private static void addHiddenWildcards(List<Weakening> all) {
        all.add(statement(WILDCARD, "a question mark", "s3:GetObjec?", Value.of("arn:aws:s3:::one/two")));
        all.add(statement(WILDCARD, "Fn::Sub", "s3:GetObject", Sub.of("arn:${AWS::Partition}:s3:::one/*")));
        all.add(statement(
                WILDCARD, "a variable of Fn::Sub", "s3:GetObject", Sub.of("${Arn}", Map.of("Arn", Value.of("*")))));
        all.add(statement(
                WILDCARD,
                "Fn::Select",
                "s3:GetObject",
                Select.of(Value.of(0), Value.strings("arn:aws:s3:::one/*", "arn:aws:s3:::one/two"))));
        all.add(statement(WILDCARD, "a list", List.of("s3:GetObject", "s3:*"), Value.of("arn:aws:s3:::one/two")));
        all.add(Weakening.around(
                POLICY + " hides a wildcard in a mapping", WILDCARD, POLICY, PolicyWeakenings::withMapping));
        all.add(Weakening.of(
                POLICY + " hides a wildcard behind a condition",
                WILDCARD,
                POLICY,
                policy -> Edits.append(
                        policy,
                        STATEMENTS,
                        Value.json(Map.of(
                                "Effect",
                                "Allow",
                                "Action",
                                "s3:GetObject",
                                "Resource",
                                Parts.sometimes(Value.of("*"), Value.of("arn:aws:s3:::one/two")))))));
        all.add(Weakening.of(
                        POLICY + " reads every object in place of a prefix, which has a record",
                        WILDCARD,
                        POLICY,
                        policy -> Edits.set(
                                policy,
                                STATEMENTS + "." + Parts.statement(policy, STATEMENTS, "s3:GetObject") + ".Resource",
                                Value.of("*")))
                .where(Parts.says("PolicyDocument", "s3:GetObject")));
        all.add(Weakening.of(
                        POLICY + " has a statement whose record names it in some accounts only",
                        WILDCARD,
                        POLICY,
                        policy -> Edits.set(
                                policy,
                                STATEMENTS + "." + Parts.statement(policy, STATEMENTS, "VpcAttachment") + ".Sid",
                                Parts.sometimes(Value.of("Other"), Value.of("VpcAttachment"))))
                .where(Parts.says("PolicyDocument", "VpcAttachment")));
        all.add(Weakening.of(
                "AWS::S3::BucketPolicy allows in one account what it denied",
                "UnboundEverybody",
                "AWS::S3::BucketPolicy",
                policy -> Edits.set(
                        policy,
                        STATEMENTS + "." + Parts.statement(policy, STATEMENTS, "aws:SecureTransport") + ".Effect",
                        Parts.sometimes(Value.of("Allow"), Value.of("Deny")))));
        all.add(Weakening.of(
                ROLE + " has a wildcard of its own",
                WILDCARD,
                ROLE,
                role -> Edits.append(
                        role,
                        "Policies",
                        Value.json(Map.of(
                                "PolicyName",
                                "weak",
                                "PolicyDocument",
                                Map.of(
                                        "Statement",
                                        List.of(Map.of(
                                                "Sid",
                                                "Weak",
                                                "Effect",
                                                "Allow",
                                                "Action",
                                                "s3:*",
                                                "Resource",
                                                "x"))))))));
        all.add(Weakening.of(
                ENDPOINT + " lets any action through",
                WILDCARD,
                ENDPOINT,
                endpoint -> Edits.set(endpoint, STATEMENTS + ".0.Action", Value.of("*"))));
        all.add(Weakening.of(
                "AWS::S3::BucketPolicy allows what it denied",
                "UnboundEverybody",
                "AWS::S3::BucketPolicy",
                policy -> Edits.set(
                        policy,
                        STATEMENTS + "." + Parts.statement(policy, STATEMENTS, "aws:SecureTransport") + ".Effect",
                        Value.of("Allow"))));
    }

    private static Weakening statement(String rule, String name, Object action, Value<?> resource) {
        return Weakening.of(
                POLICY + " hides a wildcard in " + name,
                rule,
                POLICY,
                policy -> Edits.append(
                        policy,
                        STATEMENTS,
                        Value.json(Map.of("Sid", "Weak", "Effect", "Allow", "Action", action, "Resource", resource))));
    }

    private static Template withMapping(Template template, Resource policy) {
        Value<?> hidden = FindInMap.of(WIDE, PseudoParameter.REGION, Value.of("Objects"));
        Resource changed = Edits.append(
                policy,
                STATEMENTS,
                Value.json(Map.of("Sid", "Weak", "Effect", "Allow", "Action", "s3:GetObject", "Resource", hidden)));
        return Weakening.replace(template, policy, List.of(changed)).toBuilder()
                .addMappings(Mapping.builder(WIDE.name())
                        .put("us-east-1", "Objects", Value.of("arn:aws:s3:::*/*"))
                        .build())
                .build();
    }

    private static void addPrincipals(List<Weakening> all) {
        all.add(Weakening.of(
                ROLE + " may be taken on by everybody",
                "UnboundEverybody",
                ROLE,
                role -> Edits.set(
                        Edits.set(role, TRUST + ".0.Principal", Value.of("*")), TRUST + ".0.Condition", null)));
        all.add(Weakening.of(
                ROLE + " may be taken on by another account",
                "ForeignPrincipal",
                ROLE,
                role -> Edits.set(role, TRUST + ".0.Principal", Value.json(Map.of("AWS", OTHER)))));
        all.add(Weakening.of(
                KEY + " may be administered by another account",
                "ForeignPrincipal",
                KEY,
                key -> Edits.set(key, "KeyPolicy.Statement.0.Principal", Value.json(Map.of("AWS", OTHER)))));
        all.add(Weakening.of(
                ENDPOINT + " lets another account in",
                "ForeignPrincipal",
                ENDPOINT,
                endpoint -> Edits.set(
                        endpoint, STATEMENTS + ".0.Principal", Value.json(Map.of("AWS", List.of("111122223333"))))));
        all.add(Weakening.of(
                        ENDPOINT + " lets every principal in, without a condition",
                        "UnboundEverybody",
                        ENDPOINT,
                        endpoint -> Edits.set(endpoint, STATEMENTS + ".0.Condition", null))
                .where(Parts.says("VpcEndpointType", "Gateway")));
        all.add(gateway("that is not of one account", "StringNotEquals", "aws:PrincipalAccount", "111122223333"));
        all.add(gateway("without an organization", "StringEqualsIfExists", "aws:PrincipalOrgID", "o-1"));
        all.add(gateway("under any name", "ArnLike", "aws:PrincipalArn", "*"));
        all.add(gateway("that comes with TLS", "Bool", "aws:SecureTransport", "true"));
        all.add(Weakening.of(
                        ENDPOINT + " lets every principal in, without a condition in one account",
                        "UnboundEverybody",
                        ENDPOINT,
                        endpoint -> Edits.set(
                                endpoint,
                                STATEMENTS + ".0.Condition",
                                Parts.sometimesMissing(Edits.find(endpoint.properties(), STATEMENTS + ".0.Condition"))))
                .where(Parts.says("VpcEndpointType", "Gateway")));
        all.add(Weakening.of(
                "AWS::Lambda::Permission for every account in one account",
                "UnboundInvoker",
                "AWS::Lambda::Permission",
                permission -> Edits.set(
                        Edits.set(permission, "SourceAccount", null),
                        "SourceArn",
                        Parts.sometimesMissing(Edits.find(permission.properties(), "SourceArn")))));
        all.add(Weakening.of(
                "AWS::Lambda::Permission for any source",
                "UnboundInvoker",
                "AWS::Lambda::Permission",
                permission -> Edits.set(Edits.set(permission, "SourceAccount", null), "SourceArn", Value.of("*"))));
        all.add(Weakening.of(
                "AWS::Lambda::Permission for every account",
                "UnboundInvoker",
                "AWS::Lambda::Permission",
                permission -> Edits.set(Edits.set(permission, "SourceArn", null), "SourceAccount", null)));
        all.add(Weakening.of(
                "AWS::Lambda::Permission for a bucket of any account",
                "UnboundInvoker",
                "AWS::Lambda::Permission",
                permission -> Edits.set(
                        Edits.set(
                                Edits.set(permission, "Principal", Value.of("s3.amazonaws.com")),
                                "SourceArn",
                                Value.of("arn:aws:s3:::one")),
                        "SourceAccount",
                        null)));
    }

    private static Weakening gateway(String name, String operator, String key, String value) {
        return Weakening.of(
                        ENDPOINT + " lets every principal in " + name,
                        "UnboundEverybody",
                        ENDPOINT,
                        endpoint -> Edits.set(
                                endpoint,
                                STATEMENTS + ".0.Condition",
                                Value.json(Map.of(operator, Map.of(key, value)))))
                .where(Parts.says("VpcEndpointType", "Gateway"));
    }

    private static void addKeyPolicies(List<Weakening> all) {
        all.add(condition("may be used outside of services", "DirectKeyUse", "kms:Encrypt"));
        all.add(condition("may be given away by grants", "UnboundGrant", GRANTS));
        all.add(Weakening.of(
                        KEY + " asks for grants that are not for resources of AWS",
                        "UnboundGrant",
                        KEY,
                        key -> Edits.set(
                                key,
                                "KeyPolicy.Statement." + Parts.statement(key, "KeyPolicy.Statement", GRANTS)
                                        + ".Condition.Bool",
                                Value.json(Map.of("kms:GrantIsForAWSResource", "false"))))
                .where(Parts.says("KeyPolicy", GRANTS)));
        all.add(use("through any service but one", "StringNotEquals"));
        all.add(use("through a service or directly", "StringEqualsIfExists"));
        all.add(Weakening.of(KEY + " may be used outside of services in one account", "DirectKeyUse", KEY, key -> {
                    String condition = use(key) + ".Condition";
                    return Edits.set(key, condition, Parts.sometimesMissing(Edits.find(key.properties(), condition)));
                })
                .where(Parts.says("KeyPolicy", "kms:Encrypt")));
        for (String service : List.of("dynamodb", "kinesis", "config")) {
            all.add(Weakening.of(
                    KEY + " may be used by " + service + " for anybody",
                    "UnboundService",
                    KEY,
                    key -> Edits.append(
                            key,
                            "KeyPolicy.Statement",
                            Value.json(Map.of(
                                    "Sid", "Weak",
                                    "Effect", "Allow",
                                    "Principal", Map.of("Service", service + ".amazonaws.com"),
                                    "Action", "kms:Decrypt",
                                    "Resource", "*")))));
        }
    }

    private static Weakening use(String name, String operator) {
        return Weakening.of(
                        KEY + " may be used " + name,
                        "DirectKeyUse",
                        KEY,
                        key -> Edits.set(
                                key,
                                use(key) + ".Condition",
                                Value.json(Map.of(operator, Map.of("kms:ViaService", "s3.us-east-1.amazonaws.com")))))
                .where(Parts.says("KeyPolicy", "kms:Encrypt"));
    }

    private static String use(Resource key) {
        return "KeyPolicy.Statement." + Parts.statement(key, "KeyPolicy.Statement", "kms:Encrypt");
    }

    /** The statement of a key that says something loses its condition. */
    private static Weakening condition(String name, String rule, String text) {
        return Weakening.of(KEY + " " + name, rule, KEY, key -> {
                    int statement = Parts.statement(key, "KeyPolicy.Statement", text);
                    return Edits.set(key, "KeyPolicy.Statement." + statement + ".Condition", null);
                })
                .where(Parts.says("KeyPolicy", text));
    }

    private static void addConditions(List<Weakening> all) {
        for (String service : List.of("vpc-flow-logs", "cloudtrail")) {
            all.add(Weakening.of(
                            ROLE + " may be taken on by " + service + " for all but one account",
                            "UnboundService",
                            ROLE,
                            role -> Edits.set(
                                    role,
                                    TRUST + ".0.Condition",
                                    Value.json(Map.of("StringNotEquals", Map.of("aws:SourceAccount", "111122223333")))))
                    .where(Parts.says("AssumeRolePolicyDocument", service + ".amazonaws.com")));
            all.add(Weakening.of(
                            ROLE + " may be taken on by " + service + " for anybody",
                            "UnboundService",
                            ROLE,
                            role -> Edits.set(role, TRUST + ".0.Condition", null))
                    .where(Parts.says("AssumeRolePolicyDocument", service + ".amazonaws.com")));
        }
        for (String service : List.of("config", "cloudtrail")) {
            all.add(Weakening.of(
                            "AWS::S3::BucketPolicy lets " + service + " write for anybody",
                            "UnboundService",
                            "AWS::S3::BucketPolicy",
                            policy -> Edits.set(
                                    policy,
                                    STATEMENTS + "." + Parts.statement(policy, STATEMENTS, "s3:PutObject")
                                            + ".Condition",
                                    null))
                    .where(Parts.says("PolicyDocument", service + ".amazonaws.com")));
        }
        all.add(Weakening.of(
                        KEY + " has a condition that is open at its end",
                        "OpenEndedCondition",
                        KEY,
                        key -> Edits.set(
                                key,
                                "KeyPolicy.Statement." + Parts.statement(key, "KeyPolicy.Statement", "aws:logs:arn")
                                        + ".Condition",
                                Value.json(Map.of(
                                        "ArnLike",
                                        Map.of(
                                                "kms:EncryptionContext:aws:logs:arn",
                                                Sub.of("arn:aws:logs:us-east-1:${AWS::AccountId}:log-group:*"))))))
                .where(Parts.says("KeyPolicy", "aws:logs:arn")));
    }

    private static void addRights(List<Weakening> all) {
        all.add(Weakening.of(
                ROLE + " has a policy of AWS",
                "BroadManagedPolicy",
                ROLE,
                role -> Edits.append(
                        role, "ManagedPolicyArns", Value.of("arn:aws:iam::aws:policy/AmazonDynamoDBFullAccess"))));
        all.add(Weakening.of(POLICY + " loses the denial of other networks", "OrphanedException", POLICY, policy -> {
                    int denial = Parts.statement(policy, STATEMENTS, "NoOtherVpc");
                    return Edits.set(policy, STATEMENTS + "." + denial, null);
                })
                .where(Parts.says("PolicyDocument", "NoOtherVpc")));
        all.add(Weakening.around(
                        POLICY + " names a bucket for actions on objects",
                        "ObjectActionOnBucket",
                        POLICY,
                        (template, policy) -> Weakening.replace(
                                template,
                                policy,
                                List.of(allowing(policy, "s3:GetObject", first(template, "AWS::S3::Bucket")))))
                .in(Parts.has("AWS::S3::Bucket")));
        all.add(Weakening.of(
                        ROLE + " allows what no code calls",
                        "UnusedPermission",
                        ROLE,
                        role -> Edits.append(
                                role,
                                "Policies",
                                Value.json(Map.of(
                                        "PolicyName",
                                        "unused",
                                        "PolicyDocument",
                                        Map.of(
                                                "Statement",
                                                List.of(Map.of(
                                                        "Effect",
                                                        "Allow",
                                                        "Action",
                                                        "kinesis:MergeShards",
                                                        "Resource",
                                                        "arn:aws:kinesis:us-east-1:111122223333:stream/one")))))))
                .where(Parts.says("AssumeRolePolicyDocument", "lambda.amazonaws.com")));
    }

    private static Resource allowing(Resource policy, String action, String resource) {
        return Edits.append(
                policy,
                STATEMENTS,
                Value.json(Map.of(
                        "Sid",
                        "Weak",
                        "Effect",
                        "Allow",
                        "Action",
                        action,
                        "Resource",
                        GetAtt.of(LogicalId.of(resource), "Arn"))));
    }

    private static String first(Template template, String type) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals(type))
                .map(resource -> resource.logicalId().name())
                .findFirst()
                .orElseThrow();
    }
}
