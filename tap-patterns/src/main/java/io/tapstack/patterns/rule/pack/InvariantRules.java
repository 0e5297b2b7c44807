package io.tapstack.patterns.rule.pack;

import io.tapstack.patterns.rule.api.MethodWithoutKey;
import io.tapstack.patterns.rule.api.UnloggedStage;
import io.tapstack.patterns.rule.api.UnvalidatedMethod;
import io.tapstack.patterns.rule.config.UnwatchedStore;
import io.tapstack.patterns.rule.data.UnrecoverableDatabase;
import io.tapstack.patterns.rule.data.UnversionedBucket;
import io.tapstack.patterns.rule.iam.ForeignPrincipal;
import io.tapstack.patterns.rule.iam.UnboundEverybody;
import io.tapstack.patterns.rule.iam.UnboundGrant;
import io.tapstack.patterns.rule.lambda.UnboundInvoker;
import io.tapstack.patterns.rule.log.UnauditedBucket;
import io.tapstack.patterns.rule.log.UnvalidatedTrail;
import io.tapstack.patterns.rule.network.FunctionOutsideNetwork;
import io.tapstack.patterns.rule.network.OneSidedRule;
import io.tapstack.patterns.rule.secret.UnrotatedSecret;
import io.tapstack.patterns.rule.secret.UnwiredRotation;
import java.util.List;

/** Whether what a stack was built with is whole: trails, Config rules, APIs, rotation, principals, traffic. */
final class InvariantRules {

    private InvariantRules() {}

    static List<PackedRule> all() {
        return List.of(
                PackedRule.anyType(new UnboundEverybody()),
                PackedRule.anyType(new ForeignPrincipal()),
                PackedRule.anyType(new UnboundGrant()),
                PackedRule.of(new UnboundInvoker()),
                PackedRule.of(new UnvalidatedTrail()),
                PackedRule.of(new UnauditedBucket()),
                PackedRule.of(new UnwatchedStore()),
                PackedRule.of(new UnrotatedSecret()),
                PackedRule.of(new UnwiredRotation()),
                PackedRule.of(new MethodWithoutKey()),
                PackedRule.of(new UnvalidatedMethod()),
                PackedRule.of(new UnloggedStage()),
                PackedRule.of(new UnversionedBucket()),
                PackedRule.of(new UnrecoverableDatabase()),
                PackedRule.of(new FunctionOutsideNetwork()),
                PackedRule.of(new OneSidedRule()));
    }
}
