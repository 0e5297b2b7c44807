package io.tapstack.patterns.preset;

import io.tapstack.model.template.Fragment;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** What an API is made of: its definition, its doors, its deployment and stage, its logs, and what all APIs of a stack share. */
final class ApiResources {

    private final SecureRestApi api;
    private final Wiring wiring;
    private final List<SecureRestApi> before;

    ApiResources(SecureRestApi api, Wiring wiring) {
        this.api = api;
        this.wiring = wiring;
        this.before = before(api, wiring);
    }

    /** The APIs of the stack that come before this one. */
    private static List<SecureRestApi> before(SecureRestApi api, Wiring wiring) {
        List<SecureRestApi> before = new ArrayList<>();
        for (SecureRestApi other : wiring.all(SecureRestApi.class)) {
            if (other.logicalId().equals(api.logicalId())) {
                break;
            }
            before.add(other);
        }
        return before;
    }

    /** All of it, in the order in which it is written. The setting of the account stands once in a stack. */
    Fragment fragment() {
        StackConventions conventions = wiring.conventions();
        ApiDefinition definition = new ApiDefinition(api, conventions);
        ApiAccount account = new ApiAccount(api.source());
        ApiDoors doors = new ApiDoors(api);
        Fragment.Builder fragment = Fragment.builder().heading("API");
        fragment.addAllResources(definition.resources());
        fragment.addAllResources(doors.permissions());
        addChoices(fragment);
        Value<String> deployment = new ApiDeployment(api, definition).addTo(fragment);
        if (before.isEmpty()) {
            account.addTo(fragment);
        }
        fragment.addAllResources(api.accessLogGroup().fragment(wiring).resources());
        fragment.addAllResources(api.executionLogGroup().fragment(wiring).resources());
        fragment.addAllResources(
                new ApiStage(api, conventions).resources(deployment, account.describe(api.description())));
        fragment.addAllResources(doors.clientRules());
        return fragment.build();
    }

    /** Parameters are shared by all APIs of a stack: the first that has one brings it. */
    private void addChoices(Fragment.Builder fragment) {
        if (before.stream().noneMatch(other -> other.exposure().choice().isOpen())) {
            api.exposure().choice().addTo(fragment);
        }
        if (before.stream().noneMatch(other -> other.authorization().choice().isOpen())) {
            api.authorization().choice().addTo(fragment);
        }
    }
}
