package io.tapstack.reference.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.Replacement;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Literal;
import io.tapstack.patterns.proof.DataLoss;
import io.tapstack.patterns.proof.Effect;
import io.tapstack.patterns.proof.Fate;
import io.tapstack.patterns.proof.ResourceUpdate;
import io.tapstack.patterns.proof.StackUpdate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every resource of the pipelines taken away, and every property of each type changed, one at a time: nothing goes unsaid. */
class PipelineUpdatesTest {

    private static final Set<String> KEPT_WHILE_NOT_EMPTY = Set.of("AWS::S3::Bucket");

    static List<ReferencePipeline> pipelines() {
        return ReferencePipelines.all();
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void whatIsTakenAwayIsRemovedWithItsData(ReferencePipeline pipeline) {
        Template template = pipeline.template();
        int losing = 0;
        int keeping = 0;
        for (int i = 0; i < template.resources().size(); i++) {
            List<Resource> rest = new ArrayList<>(template.resources());
            Resource gone = rest.remove(i);
            StackUpdate update = StackUpdate.between(
                    template, template.toBuilder().resources(rest).build());
            ResourceUpdate removed = update.resources().get(update.resources().size() - 1);
            assertThat(removed.before()).contains(gone);
            assertThat(removed.fate()).isEqualTo(Fate.REMOVED);
            boolean holdsData = facts(gone).map(ResourceFacts::stateful).orElse(true);
            boolean retained = gone.options()
                    .deletionPolicy()
                    .filter(Literal.of("Retain")::equals)
                    .isPresent();
            boolean kept = !holdsData || retained || KEPT_WHILE_NOT_EMPTY.contains(gone.resourceType());
            assertThat(removed.dataLoss() == DataLoss.NONE)
                    .as(gone + ": " + removed.dataLossReason())
                    .isEqualTo(kept);
            losing += kept ? 0 : 1;
            keeping += kept && holdsData ? 1 : 0;
        }
        assertThat(losing + keeping).isGreaterThan(4);
    }

    @ParameterizedTest
    @MethodSource("pipelines")
    void eachPropertyDoesWhatTheFactsSay(ReferencePipeline pipeline) {
        Template template = pipeline.template();
        Set<String> seen = new HashSet<>();
        int replacing = 0;
        for (int i = 0; i < template.resources().size(); i++) {
            Resource resource = template.resources().get(i);
            for (String name : resource.properties().names()) {
                if (!seen.add(resource.resourceType() + name)) {
                    continue;
                }
                List<Resource> changed = new ArrayList<>(template.resources());
                changed.set(i, resource.withProperties(resource.properties().with(name, Literal.of("changed"))));
                StackUpdate update = StackUpdate.between(
                        template, template.toBuilder().resources(changed).build());
                ResourceUpdate one = update.resources().stream()
                        .filter(candidate -> candidate.resource().logicalId().equals(resource.logicalId()))
                        .findFirst()
                        .orElseThrow();
                Replacement replacement = facts(resource)
                        .flatMap(facts -> facts.property(name))
                        .map(PropertyFacts::replacement)
                        .orElse(Replacement.MAYBE);
                Fate expected = replacement == Replacement.NEVER ? Fate.UPDATED : Fate.REPLACED;
                assertThat(one.fate()).as(resource + " " + name).isEqualTo(expected);
                assertThat(one.effects()).extracting(Effect::path).contains("Properties/" + name);
                replacing += expected == Fate.REPLACED ? 1 : 0;
            }
        }
        assertThat(replacing).isGreaterThan(15);
    }

    private static Optional<ResourceFacts> facts(Resource resource) {
        return CloudFormationFacts.bundled().resource(resource.resourceType());
    }
}
