package io.tapstack.patterns.rule.pack;

import io.tapstack.patterns.rule.config.DeliveryBeforePolicy;
import io.tapstack.patterns.rule.config.DeliveryWithoutKey;
import io.tapstack.patterns.rule.config.IrrelevantConfigRule;
import io.tapstack.patterns.rule.config.RecordsEverything;
import io.tapstack.patterns.rule.config.SharedSingleton;
import io.tapstack.patterns.rule.data.LooseBucket;
import io.tapstack.patterns.rule.data.PlainTransport;
import io.tapstack.patterns.rule.data.ShortStreamRetention;
import io.tapstack.patterns.rule.iam.BroadManagedPolicy;
import io.tapstack.patterns.rule.iam.DirectKeyUse;
import io.tapstack.patterns.rule.iam.ObjectActionOnBucket;
import io.tapstack.patterns.rule.iam.OpenEndedCondition;
import io.tapstack.patterns.rule.iam.UnboundService;
import io.tapstack.patterns.rule.iam.UnusedPermission;
import io.tapstack.patterns.rule.lambda.BinaryAmount;
import io.tapstack.patterns.rule.lambda.ClientWithoutTimeout;
import io.tapstack.patterns.rule.lambda.ClockMadeId;
import io.tapstack.patterns.rule.lambda.DefaultedInput;
import io.tapstack.patterns.rule.lambda.DualWrite;
import io.tapstack.patterns.rule.lambda.LeakedErrorText;
import io.tapstack.patterns.rule.lambda.PersonalPartitionKey;
import io.tapstack.patterns.rule.lambda.SwallowedError;
import io.tapstack.patterns.rule.lambda.UnboundedFunction;
import io.tapstack.patterns.rule.lambda.UnconditionalPut;
import io.tapstack.patterns.rule.lambda.UninvokedFunction;
import io.tapstack.patterns.rule.lambda.UnreadEnvironment;
import io.tapstack.patterns.rule.life.FixedName;
import io.tapstack.patterns.rule.life.ImplicitDeletion;
import io.tapstack.patterns.rule.life.NeedlessExport;
import io.tapstack.patterns.rule.life.UndeletableBucket;
import io.tapstack.patterns.rule.life.UntaggedResource;
import io.tapstack.patterns.rule.log.LogGroupByName;
import io.tapstack.patterns.rule.log.UnstatedLogClass;
import io.tapstack.patterns.rule.network.EgressToNetwork;
import io.tapstack.patterns.rule.network.MissingFlowLog;
import io.tapstack.patterns.rule.network.UnstatedPublicIp;
import io.tapstack.patterns.rule.network.ZoneByPosition;
import java.util.ArrayList;
import java.util.List;

/** What a stack needs to run well, and to be safe beyond what security demands. None of these rules reports an error. */
final class PracticeRules {

    private PracticeRules() {}

    /** The rules of the pack {@code practice}. */
    static List<PackedRule> all() {
        List<PackedRule> all = new ArrayList<>(common());
        all.addAll(questions());
        return all;
    }

    /** Rules whose findings can be wrong for reasons outside the template: who demands a name, imports an output, adds tags. */
    private static List<PackedRule> questions() {
        return List.of(
                PackedRule.of(new FixedName()),
                PackedRule.anyType(new NeedlessExport()),
                PackedRule.of(new UntaggedResource()));
    }

    /** All others, which the pack {@code security} holds too. */
    static List<PackedRule> common() {
        return List.of(
                PackedRule.of(new DeliveryBeforePolicy()),
                PackedRule.of(new DeliveryWithoutKey()),
                PackedRule.of(new IrrelevantConfigRule()),
                PackedRule.of(new RecordsEverything()),
                PackedRule.of(new SharedSingleton()),
                PackedRule.of(new LooseBucket()),
                PackedRule.of(new PlainTransport()),
                PackedRule.of(new ShortStreamRetention()),
                PackedRule.of(new BroadManagedPolicy()),
                PackedRule.of(new UnusedPermission()),
                PackedRule.of(new BinaryAmount()),
                PackedRule.of(new ClientWithoutTimeout()),
                PackedRule.of(new ClockMadeId()),
                PackedRule.of(new DefaultedInput()),
                PackedRule.of(new DualWrite()),
                PackedRule.of(new LeakedErrorText()),
                PackedRule.of(new PersonalPartitionKey()),
                PackedRule.of(new SwallowedError()),
                PackedRule.of(new UnboundedFunction()),
                PackedRule.of(new UnconditionalPut()),
                PackedRule.of(new UninvokedFunction()),
                PackedRule.of(new UnreadEnvironment()),
                PackedRule.of(new ImplicitDeletion()),
                PackedRule.of(new UndeletableBucket()),
                PackedRule.of(new LogGroupByName()),
                PackedRule.of(new UnstatedLogClass()),
                PackedRule.of(new EgressToNetwork()),
                PackedRule.of(new MissingFlowLog()),
                PackedRule.of(new UnstatedPublicIp()),
                PackedRule.of(new ZoneByPosition()),
                PackedRule.anyType(new UnboundService()),
                PackedRule.anyType(new DirectKeyUse()),
                PackedRule.anyType(new OpenEndedCondition()),
                PackedRule.anyType(new ObjectActionOnBucket()));
    }
}
