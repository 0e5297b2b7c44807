package io.tapstack.patterns.preset;

import io.tapstack.model.aws.cloudtrail.Trail;
import io.tapstack.model.aws.cloudtrail.trail.AdvancedEventSelector;
import io.tapstack.model.aws.cloudtrail.trail.AdvancedFieldSelector;
import io.tapstack.model.aws.cloudtrail.trail.DataResource;
import io.tapstack.model.aws.cloudtrail.trail.EventSelector;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;

/** Which events a trail records: those of the account, and those of the data in the stack's buckets and tables. */
final class DataEvents {

    private static final String OBJECT = "AWS::S3::Object";
    private static final String TABLE = "AWS::DynamoDB::Table";

    private final AuditTrail trail;
    private final List<EncryptedBucket> buckets;
    private final List<Value<String>> objects = new ArrayList<>();
    private final List<Value<String>> tables = new ArrayList<>();

    DataEvents(AuditTrail trail, Wiring wiring) {
        this.trail = trail;
        this.buckets = wiring.all(EncryptedBucket.class);
        for (EncryptedBucket bucket : buckets) {
            // With the slash behind it, it means all objects of the bucket and of no other.
            Value<String> start = Sub.concat(bucket.arn(), Value.of("/"));
            objects.add(bucket.when()
                    .<Value<String>>map(condition -> condition.orNoValue(start))
                    .orElse(start));
        }
        if (trail.withoutTableEvents().isEmpty()) {
            for (EncryptedTable table : wiring.all(EncryptedTable.class)) {
                tables.add(table.arn());
            }
        }
    }

    /** The names of the buckets with commas between them. */
    Value<String> bucketNames() {
        List<Value<String>> names = new ArrayList<>();
        names.add(trail.bucket().ref());
        for (EncryptedBucket bucket : buckets) {
            if (!bucket.logicalId().equals(trail.bucket().logicalId())) {
                Value<String> name = Sub.concat(Value.of(","), bucket.ref());
                names.add(bucket.when()
                        .<Value<String>>map(condition -> condition.choose(name, Value.of("")))
                        .orElse(name));
            }
        }
        @SuppressWarnings({"unchecked", "rawtypes"})
        Value<String>[] array = names.toArray(new Value[0]);
        return Sub.concat(array);
    }

    void addTo(Trail.Builder template) {
        boolean management = trail.withoutManagementEvents().isEmpty();
        if (trail.selectors() == AuditTrail.Selectors.BASIC) {
            template.eventSelectors(basic(management));
        } else {
            template.advancedEventSelectors(Value.list(advanced(management)));
        }
    }

    private EventSelector basic(boolean management) {
        List<Value<DataResource>> resources = new ArrayList<>();
        resources.add(resource(OBJECT, objects));
        if (!tables.isEmpty()) {
            resources.add(resource(TABLE, tables));
        }
        return EventSelector.builder()
                .readWriteType(EventSelector.READ_WRITE_TYPE_ALL)
                .includeManagementEvents(management)
                .dataResources(Value.list(resources))
                .build();
    }

    private static DataResource resource(String type, List<Value<String>> arns) {
        return DataResource.builder().type(type).values(Value.list(arns)).build();
    }

    private List<Value<AdvancedEventSelector>> advanced(boolean management) {
        List<Value<AdvancedEventSelector>> selectors = new ArrayList<>();
        if (management) {
            selectors.add(selector("Management events", is("eventCategory", "Management")));
        }
        AdvancedFieldSelector data = is("eventCategory", "Data");
        selectors.add(selector(
                "Objects of this stack",
                data,
                is("resources.type", OBJECT),
                AdvancedFieldSelector.builder()
                        .field("resources.ARN")
                        .startsWith(Value.list(objects))
                        .build()));
        if (!tables.isEmpty()) {
            selectors.add(selector(
                    "Items of this stack",
                    data,
                    is("resources.type", TABLE),
                    AdvancedFieldSelector.builder()
                            .field("resources.ARN")
                            .equalsProperty(Value.list(tables))
                            .build()));
        }
        return selectors;
    }

    @SafeVarargs
    private static AdvancedEventSelector selector(String name, Value<AdvancedFieldSelector>... fields) {
        return AdvancedEventSelector.builder().name(name).fieldSelectors(fields).build();
    }

    private static AdvancedFieldSelector is(String field, String value) {
        return AdvancedFieldSelector.builder()
                .field(field)
                .equalsProperty(value)
                .build();
    }
}
