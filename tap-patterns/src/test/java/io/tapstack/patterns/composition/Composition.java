package io.tapstack.patterns.composition;

import io.tapstack.model.template.DeletionPolicy;
import io.tapstack.model.template.Parameter;
import io.tapstack.model.template.Template;
import io.tapstack.model.value.Value;
import io.tapstack.patterns.access.Access;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.preset.AlarmSet;
import io.tapstack.patterns.preset.AlertTopic;
import io.tapstack.patterns.preset.ApiRoute;
import io.tapstack.patterns.preset.AuditTrail;
import io.tapstack.patterns.preset.ComplianceMonitor;
import io.tapstack.patterns.preset.CustomerManagedKey;
import io.tapstack.patterns.preset.EncryptedBucket;
import io.tapstack.patterns.preset.EncryptedQueue;
import io.tapstack.patterns.preset.EncryptedStream;
import io.tapstack.patterns.preset.EncryptedTable;
import io.tapstack.patterns.preset.EndpointSet;
import io.tapstack.patterns.preset.EventSource;
import io.tapstack.patterns.preset.HttpMethod;
import io.tapstack.patterns.preset.IsolatedNetwork;
import io.tapstack.patterns.preset.JsonSchema;
import io.tapstack.patterns.preset.Preset;
import io.tapstack.patterns.preset.PrivateDatabase;
import io.tapstack.patterns.preset.PrivateLambda;
import io.tapstack.patterns.preset.RotatingSecret;
import io.tapstack.patterns.preset.SecureRestApi;
import io.tapstack.patterns.preset.SecureStack;
import io.tapstack.patterns.preset.StackConventions;
import io.tapstack.patterns.preset.StackProtection;
import io.tapstack.patterns.preset.ThreatDetection;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The recipe of a random stack, readable when a property fails: which parts, which functions, how many subnets, what order. */
record Composition(int subnets, boolean keepsData, Set<Part> parts, List<Worker> workers) {

    /** The stack with all that its parts need. */
    Template template() {
        return new Kitchen(this).stack().template();
    }

    /** All accesses that anything in the stack has asked for. */
    List<Access> asked() {
        List<Access> asked = new ArrayList<>();
        collect(new Kitchen(this).stack().presets(), asked);
        return asked;
    }

    private static void collect(List<Preset> presets, List<Access> asked) {
        for (Preset preset : presets) {
            preset.grants().forEach(grant -> asked.add(grant.access()));
            collect(preset.parts(), asked);
        }
    }

    /** What the functions have been given. */
    List<Access> given() {
        Kitchen kitchen = new Kitchen(this);
        List<Access> given = new ArrayList<>();
        workers.forEach(worker -> given.addAll(kitchen.accesses(worker)));
        return given;
    }

    /** Makes the presets of a composition. */
    private static final class Kitchen {

        private final Composition composition;
        private final Set<Part> parts;

        private final CustomerManagedKey key = CustomerManagedKey.builder("Key")
                .description("Key of a random stack")
                .alias("random")
                .build();
        private final IsolatedNetwork network;
        private final EncryptedTable table = EncryptedTable.builder("Table")
                .name("items")
                .partitionKey("id")
                .key(key)
                .build();
        private final EncryptedStream stream =
                EncryptedStream.builder("Stream").name("events").key(key).build();
        private final EncryptedQueue failures =
                EncryptedQueue.builder("Failures").name("failures").key(key).build();
        private final EncryptedQueue queue = EncryptedQueue.builder("Queue")
                .name("jobs")
                .key(key)
                .visibilityTimeoutSeconds(360)
                .deadLetterQueue(failures)
                .build();
        private final EncryptedBucket bucket =
                EncryptedBucket.builder("Bucket").name("files").key(key).build();
        private final AlertTopic topic =
                AlertTopic.builder("Alerts").name("alerts").key(key).build();
        private final RotatingSecret secret = RotatingSecret.builder("Settings")
                .name("settings")
                .key(key)
                .withoutRotation(ExceptionRecord.of(
                        "Properties/RotationSchedule", "No rotation", "Settings do not wear", "Read by one role"))
                .build();
        private final PrivateDatabase database;

        Kitchen(Composition composition) {
            this.composition = composition;
            this.parts = needed(composition);
            this.network = IsolatedNetwork.builder("Vpc")
                    .name("random")
                    .key(key)
                    .subnets(composition.subnets())
                    .build();
            this.database = PrivateDatabase.builder("Database")
                    .name("ledger")
                    .network(network)
                    .key(key)
                    .failureQueue(failures)
                    .build();
        }

        /** The parts that are asked for, and those without which they cannot be. */
        private static Set<Part> needed(Composition composition) {
            Set<Part> parts = EnumSet.noneOf(Part.class);
            parts.addAll(composition.parts());
            for (Worker worker : composition.workers()) {
                worker.gifts().forEach(gift -> need(gift, parts));
                worker.feeds().forEach(feed -> need(feed, parts));
            }
            if (parts.contains(Part.ALARMS) || parts.contains(Part.THREATS)) {
                parts.add(Part.TOPIC);
            }
            return parts;
        }

        private static void need(Gift gift, Set<Part> parts) {
            switch (gift) {
                case READ_TABLE, WRITE_TABLE, QUERY_TABLE -> parts.add(Part.TABLE);
                case PUT_STREAM -> parts.add(Part.STREAM);
                case SEND_QUEUE -> parts.add(Part.QUEUE);
                case READ_OBJECTS, WRITE_OBJECTS, LIST_OBJECTS -> parts.add(Part.BUCKET);
                case READ_SECRET -> parts.add(Part.SECRET);
                case CONNECT_DATABASE -> parts.add(Part.DATABASE);
                case PUBLISH_TOPIC -> parts.add(Part.TOPIC);
                case USE_KEY -> {
                    // The key is always there.
                }
            }
        }

        private static void need(Feed feed, Set<Part> parts) {
            switch (feed) {
                case QUEUE -> parts.add(Part.QUEUE);
                case STREAM -> parts.add(Part.STREAM);
                case BUCKET -> parts.add(Part.BUCKET);
                case SCHEDULE -> {
                    // A schedule needs nothing.
                }
            }
        }

        SecureStack stack() {
            Parameter suffix = Parameter.string("Suffix")
                    .minLength(1)
                    .maxLength(12)
                    .allowedPattern("[a-z0-9]+")
                    .build();
            StackProtection protection = StackProtection.byParameter();
            StackConventions.Builder conventions = StackConventions.builder(suffix)
                    .putTags("Project", Value.of("random"))
                    .dataPolicy(composition.keepsData() ? DeletionPolicy.RETAIN : DeletionPolicy.DELETE);
            List<Preset> presets = new ArrayList<>();
            if (parts.contains(Part.PROTECTION)) {
                presets.add(protection);
                conventions.protectWhen(protection.condition());
            }
            presets.add(key);
            boolean inNetwork = !composition.workers().isEmpty() || parts.contains(Part.DATABASE);
            if (inNetwork || parts.contains(Part.API)) {
                presets.add(network);
                presets.add(EndpointSet.builder(network).build());
            }
            addStores(presets, inNetwork);
            List<PrivateLambda> functions = new ArrayList<>();
            for (int number = 0; number < composition.workers().size(); number++) {
                functions.add(function(number, composition.workers().get(number)));
            }
            presets.addAll(functions);
            addOverseers(presets, functions);
            return SecureStack.builder(conventions.build())
                    .description("A random stack")
                    .addAllPresets(presets)
                    .build();
        }

        private void addStores(List<Preset> presets, boolean inNetwork) {
            if (inNetwork || parts.contains(Part.QUEUE) || parts.contains(Part.API)) {
                presets.add(failures);
            }
            addIf(Part.TABLE, table, presets);
            addIf(Part.STREAM, stream, presets);
            addIf(Part.QUEUE, queue, presets);
            addIf(Part.BUCKET, bucket, presets);
            addIf(Part.SECRET, secret, presets);
            addIf(Part.DATABASE, database, presets);
            addIf(Part.TOPIC, topic, presets);
        }

        private void addIf(Part part, Preset preset, List<Preset> presets) {
            if (parts.contains(part)) {
                presets.add(preset);
            }
        }

        private void addOverseers(List<Preset> presets, List<PrivateLambda> functions) {
            if (parts.contains(Part.API)) {
                PrivateLambda server =
                        functions.isEmpty() ? function(0, new Worker(Set.of(), Set.of())) : functions.get(0);
                if (functions.isEmpty()) {
                    presets.add(server);
                }
                presets.add(api(server));
            }
            if (parts.contains(Part.TRAIL)) {
                presets.add(AuditTrail.builder("Trail").name("audit").key(key).build());
            }
            if (parts.contains(Part.MONITOR)) {
                presets.add(ComplianceMonitor.of(key));
            }
            if (parts.contains(Part.ALARMS)) {
                presets.add(AlarmSet.builder(topic).build());
            }
            if (parts.contains(Part.THREATS)) {
                presets.add(ThreatDetection.builder("Threats").build());
            }
        }

        private PrivateLambda function(int number, Worker worker) {
            PrivateLambda.Builder function = PrivateLambda.builder("Worker" + number)
                    .name("worker-" + number)
                    .code("def handler(event, context):\n    return None\n")
                    .network(network)
                    .key(key)
                    .failureQueue(failures)
                    .addAllAccesses(accesses(worker));
            if (worker.gifts().contains(Gift.CONNECT_DATABASE)) {
                function.addConnections(database.connect());
            }
            for (Feed feed : worker.feeds()) {
                function.addEventSources(source(feed));
            }
            return function.build();
        }

        List<Access> accesses(Worker worker) {
            List<Access> accesses = new ArrayList<>();
            for (Gift gift : worker.gifts()) {
                access(gift).ifPresent(accesses::add);
            }
            return accesses;
        }

        private Optional<Access> access(Gift gift) {
            return switch (gift) {
                case READ_TABLE -> Optional.of(table.read());
                case WRITE_TABLE -> Optional.of(table.put());
                case QUERY_TABLE -> Optional.of(table.query());
                case PUT_STREAM -> Optional.of(stream.put());
                case SEND_QUEUE -> Optional.of(queue.send());
                case READ_OBJECTS -> Optional.of(bucket.objects("incoming/").read());
                case WRITE_OBJECTS -> Optional.of(bucket.objects("done/").write());
                case LIST_OBJECTS -> Optional.of(bucket.objects("incoming/").list());
                case READ_SECRET -> Optional.of(secret.read());
                case CONNECT_DATABASE -> Optional.empty();
                case PUBLISH_TOPIC -> Optional.of(topic.publish());
                case USE_KEY -> Optional.of(key.use());
            };
        }

        private EventSource source(Feed feed) {
            return switch (feed) {
                case QUEUE -> EventSource.queue(queue);
                case STREAM -> EventSource.stream(stream);
                case BUCKET -> EventSource.bucket(bucket, "incoming/");
                case SCHEDULE -> EventSource.schedule("rate(5 minutes)");
            };
        }

        private SecureRestApi api(PrivateLambda server) {
            return SecureRestApi.builder("Api")
                    .name("items")
                    .key(key)
                    .addRoutes(ApiRoute.of(
                            HttpMethod.POST,
                            "/items",
                            server,
                            JsonSchema.object()
                                    .required("id", JsonSchema.string().maxLength(64))))
                    .build();
        }
    }
}
