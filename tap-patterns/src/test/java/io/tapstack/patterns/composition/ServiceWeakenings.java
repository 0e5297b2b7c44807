package io.tapstack.patterns.composition;

import io.tapstack.model.template.Condition;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Equals;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.ListValue;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Trails, Config rules, APIs and rotations with a link missing. */
final class ServiceWeakenings {

    private static final String TRAIL = "AWS::CloudTrail::Trail";
    private static final String BUCKET = "AWS::S3::Bucket";
    private static final String RULE = "AWS::Config::ConfigRule";
    private static final String RECORDER = "AWS::Config::ConfigurationRecorder";
    private static final String METHOD = "AWS::ApiGateway::Method";
    private static final String STAGE = "AWS::ApiGateway::Stage";
    private static final String SCHEDULE = "AWS::SecretsManager::RotationSchedule";
    private static final String SECRET = "AWS::SecretsManager::Secret";
    private static final String EGRESS = "AWS::EC2::SecurityGroupEgress";
    private static final String INGRESS = "AWS::EC2::SecurityGroupIngress";

    private static final Map<String, String> WATCHED = Map.of(
            "CLOUD_TRAIL_ENCRYPTION_ENABLED", TRAIL,
            "DYNAMODB_TABLE_ENCRYPTED_KMS", "AWS::DynamoDB::Table",
            "CMK_BACKING_KEY_ROTATION_ENABLED", "AWS::KMS::Key",
            "KINESIS_STREAM_ENCRYPTED", "AWS::Kinesis::Stream",
            "CLOUDWATCH_LOG_GROUP_ENCRYPTED", "AWS::Logs::LogGroup",
            "RDS_STORAGE_ENCRYPTED", "AWS::RDS::DBInstance",
            "S3_DEFAULT_ENCRYPTION_KMS", BUCKET,
            "SNS_ENCRYPTED_KMS", "AWS::SNS::Topic",
            "SECRETSMANAGER_USING_CMK", SECRET);

    private ServiceWeakenings() {}

    static void add(List<Weakening> all) {
        addTrails(all);
        addConfig(all);
        addApis(all);
        addRotation(all);
    }

    private static void addTrails(List<Weakening> all) {
        for (String flag : List.of("IsLogging", "EnableLogFileValidation")) {
            all.add(Weakening.set("UnvalidatedTrail", TRAIL, flag, Value.of(false)));
            all.add(Weakening.set("UnvalidatedTrail", TRAIL, flag, null));
            all.add(Weakening.set("UnvalidatedTrail", TRAIL, flag, Parts.sometimes(Value.of(false), Value.of(true)))
                    .named(TRAIL + " " + flag + " is false in one account"));
        }
        all.add(Weakening.set("UnauditedBucket", TRAIL, "EventSelectors", null).spokenOf(BUCKET));
        all.add(Weakening.of(
                        TRAIL + " EventSelectors are missing in one account",
                        "UnauditedBucket",
                        TRAIL,
                        trail -> Edits.set(
                                trail,
                                "EventSelectors",
                                Parts.sometimesMissing(Edits.find(trail.properties(), "EventSelectors"))))
                .spokenOf(BUCKET));
        all.add(Weakening.set("UnauditedBucket", TRAIL, "EventSelectors.ReadWriteType", Value.of("WriteOnly"))
                .spokenOf(BUCKET));
        all.add(Weakening.set(
                        "UnauditedBucket",
                        TRAIL,
                        "EventSelectors.DataResources",
                        Value.json(
                                List.of(Map.of("Type", "AWS::S3::Object", "Values", List.of("arn:aws:s3:::other/")))))
                .spokenOf(BUCKET));
        all.add(Weakening.beside(
                        "a bucket that no trail knows",
                        "UnauditedBucket",
                        BUCKET,
                        bucket -> Edits.set(bucket, "BucketName", Value.of("another")))
                .in(Parts.has(TRAIL)));
        all.add(Weakening.of(
                        TRAIL + " is there in one account only",
                        "UnauditedBucket",
                        TRAIL,
                        trail -> Edits.options(trail, options -> options.condition(Weakenings.SOMEWHERE)))
                .spokenOf(BUCKET));
    }

    private static void addConfig(List<Weakening> all) {
        WATCHED.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(watched -> {
            all.add(Weakening.gone("UnwatchedStore", RULE)
                    .where(Parts.says("Source.SourceIdentifier", watched.getKey()))
                    .in(Parts.has(watched.getValue()))
                    .spokenOf(watched.getValue())
                    .named("no Config rule " + watched.getKey()));
        });
        all.add(Weakening.of(
                        RULE + " is there in one account only",
                        "UnwatchedStore",
                        RULE,
                        rule -> Edits.options(rule, options -> options.condition(Weakenings.SOMEWHERE)))
                .where(Parts.says("Source.SourceIdentifier", "CMK_BACKING_KEY_ROTATION_ENABLED"))
                .spokenOf("AWS::KMS::Key"));
        all.add(scope("another resource", "ComplianceResourceId", "another"));
        all.add(scope("resources of another type", "ComplianceResourceTypes", List.of("AWS::EC2::Volume")));
        all.add(Weakening.set("IrrelevantConfigRule", RULE, "Source.SourceIdentifier", Value.of("ENCRYPTED_VOLUMES")));
        all.add(Weakening.set("RecordsEverything", RECORDER, "RecordingGroup.AllSupported", Value.of(true)));
        all.add(Weakening.of(
                "AWS::Config::DeliveryChannel does not wait for the policy",
                "DeliveryBeforePolicy",
                "AWS::Config::DeliveryChannel",
                channel -> Edits.options(channel, options -> options.dependsOn(List.of()))));
        for (String type : List.of(
                RECORDER,
                "AWS::Config::DeliveryChannel",
                "AWS::GuardDuty::Detector",
                "AWS::SecurityHub::Hub",
                "AWS::ApiGateway::Account")) {
            all.add(Weakening.of(
                            type + " whatever the account has",
                            "SharedSingleton",
                            type,
                            one -> Edits.options(one, ServiceWeakenings::unconditional))
                    .where(one -> one.options().condition().isPresent()));
            all.add(Weakening.around(
                    type + " on a condition that always holds", "SharedSingleton", type, ServiceWeakenings::always));
        }
    }

    private static Weakening scope(String name, String member, Object value) {
        return Weakening.of(
                        "the Config rule of keys is about " + name,
                        "UnwatchedStore",
                        RULE,
                        rule -> Edits.set(rule, "Scope", Value.json(Map.of(member, value))))
                .where(Parts.says("Source.SourceIdentifier", "CMK_BACKING_KEY_ROTATION_ENABLED"))
                .spokenOf("AWS::KMS::Key");
    }

    private static Template always(Template template, Resource one) {
        LogicalId always = LogicalId.of("Always");
        Resource changed = Edits.options(one, options -> options.condition(always));
        return Weakening.replace(template, one, List.of(changed)).toBuilder()
                .addConditions(Condition.of(always.name(), Equals.of(Value.of("one"), "one")))
                .build();
    }

    private static ResourceOptions.Builder unconditional(ResourceOptions.Builder options) {
        return options.condition(Optional.empty());
    }

    private static void addApis(List<Weakening> all) {
        all.add(Weakening.set("MethodWithoutKey", METHOD, "ApiKeyRequired", Value.of(false)));
        all.add(Weakening.set("MethodWithoutKey", METHOD, "ApiKeyRequired", null));
        all.add(Weakening.set(
                        "MethodWithoutKey", METHOD, "ApiKeyRequired", Parts.sometimes(Value.of(false), Value.of(true)))
                .named(METHOD + " demands no key in one account"));
        all.add(Weakening.set("UnvalidatedMethod", METHOD, "RequestValidatorId", null)
                .where(Parts.says("HttpMethod", "P")));
        all.add(Weakening.set("UnvalidatedMethod", METHOD, "RequestModels", null)
                .where(Parts.says("HttpMethod", "P")));
        all.add(Weakening.of(
                        METHOD + " validates JSON alone",
                        "UnvalidatedMethod",
                        METHOD,
                        method -> Edits.set(
                                method,
                                "RequestModels",
                                MapValue.ofAny(PropertyBag.of(
                                        "application/json",
                                        Optional.<Value<?>>ofNullable(
                                                        Edits.find(method.properties(), "RequestModels.$default"))
                                                .orElseThrow()))))
                .where(Parts.says("RequestModels", "$default")));
        all.add(Weakening.set(
                        "UnvalidatedMethod",
                        "AWS::ApiGateway::RequestValidator",
                        "ValidateRequestBody",
                        Value.of(false))
                .spokenOf(METHOD));
        all.add(Weakening.set(
                        "UnvalidatedMethod",
                        "AWS::ApiGateway::RequestValidator",
                        "ValidateRequestBody",
                        Parts.sometimes(Value.of(false), Value.of(true)))
                .named("AWS::ApiGateway::RequestValidator looks at no body in one account")
                .spokenOf(METHOD));
        all.add(Weakening.set("UnvalidatedMethod", METHOD, "RequestModels.$default", Value.of("Empty"))
                .where(Parts.says("HttpMethod", "P")));
        all.add(Weakening.set("UnloggedStage", STAGE, "MethodSettings.ResourcePath", Value.of("/items")));
        all.add(Weakening.of(
                STAGE + " logs no errors in one account",
                "UnloggedStage",
                STAGE,
                stage -> Edits.set(
                        stage,
                        "MethodSettings.0",
                        Parts.sometimesMissing(Edits.find(stage.properties(), "MethodSettings.0")))));
        all.add(Weakening.set("UnloggedStage", STAGE, "AccessLogSetting", null));
        all.add(Weakening.set("UnloggedStage", STAGE, "MethodSettings", null));
        all.add(Weakening.set("UnloggedStage", STAGE, "MethodSettings.LoggingLevel", Value.of("OFF")));
        all.add(Weakening.set("UnloggedStage", STAGE, "MethodSettings.DataTraceEnabled", Value.of(true)));
        all.add(Weakening.set(
                        "UnloggedStage",
                        STAGE,
                        "MethodSettings.DataTraceEnabled",
                        Parts.sometimes(Value.of(true), Value.of(false)))
                .named(STAGE + " logs bodies in one account"));
    }

    private static void addRotation(List<Weakening> all) {
        Predicate<Resource> secretsManager = Parts.says("Principal", "secretsmanager");
        Predicate<Resource> toDatabase = Parts.says("FromPort", "5432").and(Parts.says("GroupId", "Rotation"));
        Predicate<Resource> fromRotation =
                Parts.says("FromPort", "5432").and(Parts.says("SourceSecurityGroupId", "Rotation"));
        all.add(Weakening.gone("UnrotatedSecret", SCHEDULE).spokenOf(SECRET));
        all.add(Weakening.set("UnrotatedSecret", SCHEDULE, "RotationRules.AutomaticallyAfterDays", Value.of(365))
                .spokenOf(SECRET));
        all.add(Weakening.of(
                        SECRET + " without its exception record",
                        "UnrotatedSecret",
                        SECRET,
                        secret -> Edits.options(secret, options -> options.metadata(Map.of())))
                .where(secret -> secret.options().metadata().toString().contains("Rotation")));
        all.add(Weakening.of(
                        SCHEDULE + " is there in one account only",
                        "UnrotatedSecret",
                        SCHEDULE,
                        schedule -> Edits.options(schedule, options -> options.condition(Weakenings.SOMEWHERE)))
                .spokenOf(SECRET));
        all.add(Weakening.of(
                        SCHEDULE + " rotates once in 400 days",
                        "UnrotatedSecret",
                        SCHEDULE,
                        schedule -> Edits.set(
                                schedule, "RotationRules", Value.json(Map.of("ScheduleExpression", "rate(400 days)"))))
                .spokenOf(SECRET));
        all.add(Weakening.set("UnwiredRotation", SCHEDULE, "RotationLambdaARN", null));
        addHalfRotation(all, secretsManager, toDatabase);
        all.add(Weakening.around(
                        SCHEDULE + " names another function",
                        "UnwiredRotation",
                        SCHEDULE,
                        ServiceWeakenings::withOtherFunction)
                .in(template -> others(template).size() > 0));
        all.add(Weakening.gone("UnwiredRotation", "AWS::Lambda::Permission")
                .where(secretsManager)
                .spokenOf(SCHEDULE));
        all.add(Weakening.of(
                        "AWS::IAM::Policy lets nobody put the secret",
                        "UnwiredRotation",
                        "AWS::IAM::Policy",
                        ServiceWeakenings::withoutPut)
                .where(Parts.says("PolicyDocument", "secretsmanager:PutSecretValue"))
                .spokenOf(SCHEDULE));
        all.add(Weakening.gone("UnwiredRotation", EGRESS)
                .named(EGRESS + " from rotation to database removed")
                .where(toDatabase)
                .spokenOf(SCHEDULE));
        all.add(Weakening.gone("UnwiredRotation", INGRESS)
                .named(INGRESS + " from rotation at database removed")
                .where(fromRotation)
                .spokenOf(SCHEDULE));
    }

    /** Links of a rotation that are there in one account only, or are undone elsewhere. */
    private static void addHalfRotation(
            List<Weakening> all, Predicate<Resource> secretsManager, Predicate<Resource> toDatabase) {
        String permission = "AWS::Lambda::Permission";
        String policy = "AWS::IAM::Policy";
        String statements = "PolicyDocument.Statement";
        Predicate<Resource> puts = Parts.says("PolicyDocument", "secretsmanager:PutSecretValue");
        all.add(Weakening.of(
                        permission + " of Secrets Manager is there in one account only",
                        "UnwiredRotation",
                        permission,
                        one -> Edits.options(one, options -> options.condition(Weakenings.SOMEWHERE)))
                .where(secretsManager)
                .spokenOf(SCHEDULE));
        all.add(Weakening.of(
                        permission + " of Secrets Manager is for something else",
                        "UnwiredRotation",
                        permission,
                        one -> Edits.set(one, "SourceArn", Edits.find(one.properties(), "FunctionName")))
                .where(secretsManager)
                .spokenOf(SCHEDULE));
        all.add(Weakening.of(
                        policy + " denies what it allows about the secret",
                        "UnwiredRotation",
                        policy,
                        one -> Edits.append(
                                one,
                                statements,
                                Value.json(Map.of("Effect", "Deny", "Action", "secretsmanager:Get*", "Resource", "*"))))
                .where(puts)
                .spokenOf(SCHEDULE));
        all.add(Weakening.of(
                        policy + " denies in one account to put the secret",
                        "UnwiredRotation",
                        policy,
                        one -> Edits.set(
                                one,
                                statements + "."
                                        + Parts.statement(one, statements, "secretsmanager:PutSecretValue")
                                        + ".Effect",
                                Parts.sometimes(Value.of("Deny"), Value.of("Allow"))))
                .where(puts)
                .spokenOf(SCHEDULE));
        all.add(Weakening.of(
                        EGRESS + " from rotation to database is there in one account only",
                        "UnwiredRotation",
                        EGRESS,
                        one -> Edits.options(one, options -> options.condition(Weakenings.SOMEWHERE)))
                .where(toDatabase)
                .spokenOf(SCHEDULE));
    }

    private static List<String> others(Template template) {
        return template.resources().stream()
                .filter(resource -> resource.resourceType().equals("AWS::Lambda::Function")
                        && !resource.logicalId().name().contains("Rotation"))
                .map(resource -> resource.logicalId().name())
                .toList();
    }

    private static Template withOtherFunction(Template template, Resource schedule) {
        Value<?> other = GetAtt.of(LogicalId.of(others(template).get(0)), "Arn");
        return Weakening.replace(template, schedule, List.of(Edits.set(schedule, "RotationLambdaARN", other)));
    }

    private static Resource withoutPut(Resource policy) {
        String statements = "PolicyDocument.Statement";
        String actions =
                statements + "." + Parts.statement(policy, statements, "secretsmanager:PutSecretValue") + ".Action";
        List<Value<?>> left = new ArrayList<>();
        if (Edits.find(policy.properties(), actions) instanceof ListValue<?> list) {
            left.addAll(list.items());
        }
        left.remove(Value.of("secretsmanager:PutSecretValue"));
        return Edits.set(policy, actions, ListValue.ofAny(left));
    }
}
