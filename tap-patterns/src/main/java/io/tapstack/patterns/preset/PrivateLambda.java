package io.tapstack.patterns.preset;

import io.tapstack.model.aws.ec2.SecurityGroup;
import io.tapstack.model.aws.iam.Role;
import io.tapstack.model.aws.lambda.Function;
import io.tapstack.model.iam.Principal;
import io.tapstack.model.template.Fragment;
import io.tapstack.model.template.SourceLocation;
import io.tapstack.model.value.GetAtt;
import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Ref;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.AwsService;
import io.tapstack.patterns.access.Connection;
import io.tapstack.patterns.access.Grant;
import io.tapstack.patterns.access.KeyUse;
import io.tapstack.patterns.access.NetworkCall;
import io.tapstack.patterns.access.NetworkPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value.Auxiliary;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Default;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Lazy;

/**
 * A Lambda function in private subnets, with its role, policy, security group, log group and a queue for events that it could not
 * process.
 *
 * <p>Its rights and its ways out of the network follow from the accesses that it is given, and from nothing else. Lambda polls its
 * event sources and delivers its failures from outside the network, with the rights of its role.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html">Functions in a VPC</a>
 */
@Immutable
public abstract class PrivateLambda implements Preset {

    /** The newest Python that Lambda offers in every region. */
    public static final String PYTHON = "python3.13";

    PrivateLambda() {}

    /** A builder of a function with this logical id. */
    public static Builder builder(String logicalId) {
        return new Builder().source(SourceLocation.ofCaller()).logicalId(LogicalId.of(logicalId));
    }

    /** A builder that starts with all options of this function, those included that were made from its logical id. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    @Override
    @Auxiliary
    public abstract SourceLocation source();

    /** The logical id of the function. */
    public abstract LogicalId logicalId();

    /** The start of the logical ids of what belongs to it: role, policy, security group, log group. */
    @Default
    public String idPrefix() {
        return logicalId().name();
    }

    /** The start of its name; the suffix of the stack follows. Made from the logical id unless it is given. */
    @Default
    public String name() {
        return Names.of(logicalId());
    }

    /** Its code. */
    public abstract FunctionCode code();

    /** The signing configuration that code from a bucket must satisfy; code in the template cannot be signed. */
    public abstract Optional<Value<String>> codeSigningConfig();

    /** The language that it is written in, and its version. */
    @Default
    public String runtime() {
        return PYTHON;
    }

    /** What is called: for code in the template {@code index.} and the name of the function in it. */
    @Default
    public String handler() {
        return "index.handler";
    }

    /** Memory in MiB, 128 to 10,240. */
    @Default
    public int memorySize() {
        return 512;
    }

    /** How long one call may take, in seconds, 1 to 900. */
    @Default
    public int timeout() {
        return 60;
    }

    /**
     * How many calls may run at once, taken from what the account may run in all: 1 or more. If absent, as many as are free. A
     * small account may have nothing to spare.
     */
    public abstract Optional<Value<Integer>> reservedConcurrency();

    /** How long its logs are kept: 90 days unless told otherwise. */
    @Default
    public LogRetention logRetention() {
        return LogRetention.days(EncryptedLogGroup.MINIMUM_RETENTION_IN_DAYS);
    }

    /**
     * The start of the name of its security group, by which others find it; the suffix of the stack follows. CloudFormation makes a
     * name up if there is none.
     */
    public abstract Optional<String> securityGroupName();

    /** The network. */
    public abstract IsolatedNetwork network();

    /** The key of its environment and its logs. */
    public abstract CustomerManagedKey key();

    /** What it may do. */
    public abstract List<Access> accesses();

    /** To what it may open connections inside the network. */
    public abstract List<Connection> connections();

    /** What makes it run, beside those that may call it. */
    public abstract List<EventSource> eventSources();

    /** Its environment: names and references, never secrets. */
    public abstract Map<String, Value<String>> environment();

    /** Where events go that it could not process when called asynchronously. */
    public abstract EncryptedQueue failureQueue();

    @Check
    void check() {
        Ranges.require("memorySize", memorySize(), 128, 10_240);
        Ranges.require("timeout", timeout(), 1, 900);
        code().check(this);
        FunctionEnvironment.check(environment());
        if (reservedConcurrency().orElse(Value.of(1)).equals(Value.of(0))) {
            throw new IllegalArgumentException("reservedConcurrency: with 0 the function never runs");
        }
        Set<String> ids = new HashSet<>();
        for (EventSource source : eventSources()) {
            if (!ids.add(source.idPart())) {
                throw new IllegalStateException("eventSources: two of " + logicalId() + " are " + source.idPart()
                        + "; give each its own bucket and prefix, queue, stream or id");
            }
            source.check(this);
        }
    }

    /** Its name. */
    public final Ref<String> ref() {
        return Ref.to(logicalId());
    }

    /** Its ARN. */
    public final GetAtt<String> arn() {
        return GetAtt.of(logicalId(), "Arn");
    }

    /** The logical id of its role. */
    public final LogicalId roleId() {
        return LogicalId.of(idPrefix() + "ExecutionRole");
    }

    /** Its role, as one that others let in. */
    public final Principal role() {
        return Principal.aws(GetAtt.of(roleId(), "Arn"));
    }

    /** The logical id of its security group. */
    public final LogicalId securityGroupId() {
        return LogicalId.of(idPrefix() + "SecurityGroup");
    }

    /** The group of its logs. */
    @Lazy
    public EncryptedLogGroup logGroup() {
        return EncryptedLogGroup.builder(idPrefix() + "LogGroup", source())
                .name("/aws/lambda/" + name())
                .key(key())
                .retention(logRetention())
                .build();
    }

    /** The access to call it. */
    public final Access invoke() {
        return Access.builder(AwsService.LAMBDA, "Invoke" + logicalId())
                .target(logicalId())
                .addActions("lambda:InvokeFunction")
                .addResources(arn())
                .addResourceTypes("function")
                .build();
    }

    @Override
    public List<Preset> parts() {
        return List.of(logGroup());
    }

    @Override
    public List<Grant> grants() {
        List<Grant> grants = new ArrayList<>();
        for (Access access : accesses()) {
            grants.add(Grant.builder()
                    .role(roleId())
                    .access(access)
                    .calledFrom(place())
                    .build());
        }
        grants.add(fromOutside(failureQueue().send()));
        grants.add(fromOutside(logGroup().write()));
        for (EventSource source : eventSources()) {
            for (Access access : source.pollerAccesses()) {
                grants.add(fromOutside(access));
            }
        }
        return List.copyOf(grants);
    }

    /** From where its code calls: the VPC and its security group. */
    public final NetworkPlace place() {
        return NetworkPlace.of(network().logicalId(), securityGroupId());
    }

    @Override
    public List<NetworkCall> networkCalls() {
        List<NetworkCall> calls = new ArrayList<>();
        for (Connection connection : connections()) {
            calls.add(NetworkCall.of(place(), connection));
        }
        return List.copyOf(calls);
    }

    private Grant fromOutside(Access access) {
        return Grant.builder().role(roleId()).access(access).build();
    }

    @Override
    public List<KeyUse> keyUses(StackConventions conventions) {
        return List.of(KeyUse.builder(key().logicalId(), AwsService.LAMBDA)
                .createsGrants(true)
                .build());
    }

    @Override
    public List<ConfigCheck> configChecks() {
        return List.of(ConfigCheck.builder(idPrefix() + "InsideVpcRule", name() + "-inside-vpc", "LAMBDA_INSIDE_VPC")
                .description("The function runs in the private subnets")
                .putParameters("subnetIds", network().subnetList())
                .addResourceTypes(Function.TYPE)
                .resource(ref())
                .build());
    }

    @Override
    public List<String> recordedTypes() {
        return List.of(Role.TYPE, SecurityGroup.TYPE);
    }

    @Override
    public List<AlarmSpec> alarms(Wiring wiring) {
        return UsualAlarms.of(this);
    }

    @Override
    public Fragment fragment(Wiring wiring) {
        return Fragment.builder()
                .heading("Function")
                .addAllResources(new FunctionResources(this, wiring).all())
                .build();
    }

    /** What must exist before its code can reach the services that it calls: endpoints, and the rules that let it there. */
    final List<LogicalId> wayOut(Wiring wiring) {
        for (EndpointSet endpoints : wiring.all(EndpointSet.class)) {
            if (endpoints.network().logicalId().equals(network().logicalId())) {
                return endpoints.wayFrom(place(), wiring);
            }
        }
        return List.of();
    }

    /** Collects the options of a function. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutablePrivateLambda.Builder {

        Builder() {}

        /** Source code that stands in the template, as {@link FunctionCode#inline} takes it. */
        public Builder code(String source) {
            return code(FunctionCode.inline(source));
        }

        /** How many calls may run at once. */
        public Builder reservedConcurrency(int calls) {
            Ranges.require("reservedConcurrency", calls, 1, Integer.MAX_VALUE);
            return reservedConcurrency(Value.of(calls));
        }
    }
}
