package io.tapstack.patterns.rule.pack;

import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.structure.StructuralRules;
import io.tapstack.patterns.rule.data.PublicBucket;
import io.tapstack.patterns.rule.data.UnrecoverableTable;
import io.tapstack.patterns.rule.encryption.UnencryptedStore;
import io.tapstack.patterns.rule.encryption.UnrotatedKey;
import io.tapstack.patterns.rule.iam.OrphanedException;
import io.tapstack.patterns.rule.iam.UnexplainedWildcard;
import io.tapstack.patterns.rule.lambda.InlineCode;
import io.tapstack.patterns.rule.lambda.UnjudgedCode;
import io.tapstack.patterns.rule.log.ShortLogRetention;
import io.tapstack.patterns.rule.network.AmbiguousEndpoint;
import io.tapstack.patterns.rule.network.EndpointWithoutPolicy;
import io.tapstack.patterns.rule.network.FunctionReachesServices;
import io.tapstack.patterns.rule.network.OpenSecurityGroup;
import io.tapstack.patterns.rule.network.WayToInternet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The packs that come with this library, and validators made of packs. */
public final class RulePacks {

    /** What CloudFormation itself demands. */
    public static final RulePack STRUCTURE = RulePack.of(
            "structure",
            "What CloudFormation itself demands",
            StructuralRules.all().stream().map(PackedRule::anyType).collect(Collectors.toList()));

    /** What security demands, as errors, and what running it well demands, as warnings and remarks. */
    public static final RulePack SECURITY = RulePack.of(
            "security",
            "What security demands, and running it well",
            join(join(demands(), InvariantRules.all()), PracticeRules.common()));

    /** What running it well demands; the most of it is in the pack {@code security} too. */
    public static final RulePack PRACTICE =
            RulePack.of("practice", "What running it well demands", PracticeRules.all());

    private RulePacks() {}

    private static List<PackedRule> demands() {
        return List.of(
                PackedRule.anyType(new UnexplainedWildcard()),
                PackedRule.anyType(new OrphanedException()),
                PackedRule.of(new UnencryptedStore()),
                PackedRule.of(new UnrotatedKey()),
                PackedRule.of(new PublicBucket()),
                PackedRule.of(new UnrecoverableTable()),
                PackedRule.of(new ShortLogRetention()),
                PackedRule.of(new FunctionReachesServices(), "AWS::Lambda::Function"),
                PackedRule.of(new AmbiguousEndpoint(), "AWS::EC2::VPCEndpoint"),
                PackedRule.of(new EndpointWithoutPolicy()),
                PackedRule.of(new OpenSecurityGroup()),
                PackedRule.of(new WayToInternet()));
    }

    private static List<PackedRule> join(List<PackedRule> first, List<PackedRule> second) {
        List<PackedRule> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    /** The packs that run when none is named: structure and security. */
    public static List<RulePack> all() {
        return List.of(STRUCTURE, SECURITY);
    }

    /** All packs, those too that run only when they are named, in the order in which they are listed. */
    public static List<RulePack> listed() {
        return List.of(STRUCTURE, SECURITY, PRACTICE);
    }

    /** The pack of this name. */
    public static Optional<RulePack> named(String name) {
        return listed().stream().filter(pack -> pack.name().equals(name)).findFirst();
    }

    /**
     * A validator with the rules of some packs. A rule that is in several of them runs once. If there are rules that go by resource
     * types and report errors, resources of types that none of them judges are said to be {@linkplain UnjudgedType unjudged}; a
     * rule that only warns does not make a type a judged one. If there are rules about code, so is {@linkplain UnjudgedCode code}
     * that they don't read.
     */
    public static TemplateValidator validator(List<RulePack> packs) {
        Map<String, TemplateRule> rules = new LinkedHashMap<>();
        Set<String> types = new TreeSet<>();
        for (RulePack pack : packs) {
            for (PackedRule packed : pack.rules()) {
                rules.putIfAbsent(packed.rule().id(), packed.rule());
                if (packed.rule().severity() == Severity.ERROR) {
                    types.addAll(packed.resourceTypes());
                }
            }
        }
        List<TemplateRule> all = new ArrayList<>(rules.values());
        if (all.stream().anyMatch(InlineCode.class::isInstance)) {
            all.add(new UnjudgedCode());
        }
        if (!types.isEmpty()) {
            all.add(new UnjudgedType(types));
        }
        return TemplateValidator.of(all);
    }
}
