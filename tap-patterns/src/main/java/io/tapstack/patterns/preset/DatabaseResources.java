package io.tapstack.patterns.preset;

import io.tapstack.model.template.Fragment;

/** What a database is made of: its place in the network, the database itself, its logs, and the rotation of its password. */
final class DatabaseResources {

    private final PrivateDatabase database;
    private final Wiring wiring;

    DatabaseResources(PrivateDatabase database, Wiring wiring) {
        this.database = database;
        this.wiring = wiring;
    }

    /** All of it, in the order in which it is written. */
    Fragment fragment() {
        Fragment.Builder fragment =
                Fragment.builder().heading("Database: PostgreSQL, and the rotation of its password");
        fragment.addAllResources(new DatabaseAccess(database, wiring).resources());
        fragment.addAllResources(DatabaseEngine.of(database).resources(wiring.conventions()));
        for (Preset part : database.parts()) {
            Fragment own = part.fragment(wiring);
            fragment.addAllParameters(own.parameters())
                    .addAllMappings(own.mappings())
                    .addAllRules(own.rules())
                    .addAllConditions(own.conditions())
                    .addAllResources(own.resources());
        }
        return fragment.build();
    }
}
