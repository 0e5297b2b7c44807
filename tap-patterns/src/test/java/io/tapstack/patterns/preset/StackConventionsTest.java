package io.tapstack.patterns.preset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Resource;
import io.tapstack.model.template.ResourceOptions;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.LogicalId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What becomes of the resources of a stack: of its data, its logs and all the rest. */
class StackConventionsTest {

    private static StackConventions.Builder conventions() {
        return StackConventions.builder(Stacks.CONVENTIONS.suffix());
    }

    private static Template stack(StackConventions conventions) {
        return SecureStack.builder(conventions)
                .description("A stack of the tests")
                .addPresets(Stacks.KEY, Stacks.NETWORK, Stacks.TABLE)
                .build()
                .template();
    }

    private static ResourceOptions options(Template template, String logicalId) {
        return template.resource(LogicalId.of(logicalId)).orElseThrow().options();
    }

    @Test
    void dataAndLogsStayAndNothingIsSaidOfTheRestUnlessTold() {
        Template template = stack(Stacks.CONVENTIONS);

        for (String id : new String[] {"Key", "Table", "FlowLogGroup"}) {
            assertThat(options(template, id).deletionPolicy()).as(id).contains(DeletionPolicy.RETAIN.toValue());
            assertThat(options(template, id).updateReplacePolicy()).as(id).contains(DeletionPolicy.RETAIN.toValue());
        }
        for (String id : new String[] {"Vpc", "FlowLogRole", "KeyAlias"}) {
            assertThat(options(template, id).deletionPolicy()).as(id).isEmpty();
            assertThat(options(template, id).updateReplacePolicy()).as(id).isEmpty();
        }
    }

    @Test
    void everythingButLogsCanStay() {
        Template template = stack(conventions()
                .otherPolicy(DeletionPolicy.RETAIN)
                .logPolicy(DeletionPolicy.DELETE)
                .build());

        for (Resource resource : template.resources()) {
            DeletionPolicy expected = resource.resourceType().equals("AWS::Logs::LogGroup")
                    ? DeletionPolicy.DELETE
                    : DeletionPolicy.RETAIN;
            assertThat(resource.options().deletionPolicy())
                    .as(resource.toString())
                    .isEqualTo(Optional.of(expected.toValue()));
            assertThat(resource.options().updateReplacePolicy())
                    .as(resource.toString())
                    .isEqualTo(Optional.of(expected.toValue()));
        }
        assertThat(options(template, "FlowLogGroup").deletionPolicy()).contains(DeletionPolicy.DELETE.toValue());
    }

    @Test
    void everythingCanBeDeleted() {
        Template template = stack(conventions()
                .dataPolicy(DeletionPolicy.DELETE)
                .otherPolicy(DeletionPolicy.DELETE)
                .build());

        assertThat(template.resources())
                .allMatch(resource -> resource.options()
                        .deletionPolicy()
                        .filter(DeletionPolicy.DELETE.toValue()::equals)
                        .isPresent());
    }

    @Test
    void whatHoldsNoDataHasNoSnapshots() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> conventions().otherPolicy(DeletionPolicy.SNAPSHOT).build())
                .withMessageContaining("otherPolicy");
    }
}
