package io.tapstack.patterns.access;

import io.tapstack.model.value.MapValue;
import io.tapstack.model.value.PropertyBag;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes exception records as metadata: for this library, and in the forms that public checkers read. */
final class ExceptionMetadata {

    private ExceptionMetadata() {}

    static Map<String, Value<?>> of(List<ExceptionRecord> records) {
        Map<String, Value<?>> metadata = new LinkedHashMap<>();
        if (records.isEmpty()) {
            return metadata;
        }
        List<Value<?>> values = new ArrayList<>();
        for (ExceptionRecord record : records) {
            values.add(MapValue.ofAny(record(record)));
        }
        metadata.put(ExceptionRecord.METADATA_KEY, Value.json(values));
        addReasons(metadata, records, Checker.CHECKOV, "checkov", "skip", "comment");
        addReasons(metadata, records, Checker.CFN_NAG, "cfn_nag", "rules_to_suppress", "reason");
        List<Value<?>> guard = ids(records, Checker.GUARD);
        if (!guard.isEmpty()) {
            metadata.put("guard", MapValue.ofAny(PropertyBag.of("SuppressedRules", Value.json(guard))));
        }
        List<Value<?>> lint = ids(records, Checker.CFN_LINT);
        if (!lint.isEmpty()) {
            PropertyBag config = PropertyBag.of("ignore_checks", Value.json(lint));
            metadata.put("cfn-lint", MapValue.ofAny(PropertyBag.of("config", MapValue.ofAny(config))));
        }
        return metadata;
    }

    private static PropertyBag record(ExceptionRecord record) {
        PropertyBag.Builder bag = PropertyBag.builder()
                .put("Where", Value.of(record.where()))
                .put("What", Value.of(record.what()))
                .put("Reason", Value.of(record.reason()))
                .put("Compensation", Value.of(record.compensation()));
        record.owner().ifPresent(owner -> bag.put("Owner", Value.of(owner)));
        record.expires().ifPresent(day -> bag.put("Expires", Value.of(day.toString())));
        return bag.build();
    }

    private static void addReasons(
            Map<String, Value<?>> metadata,
            List<ExceptionRecord> records,
            Checker checker,
            String key,
            String listKey,
            String reasonKey) {
        List<Value<?>> entries = new ArrayList<>();
        for (ExceptionRecord record : records) {
            for (CheckerFinding finding : record.checkers()) {
                if (finding.checker() == checker) {
                    entries.add(MapValue.ofAny(PropertyBag.builder()
                            .put("id", Value.of(finding.id()))
                            .put(reasonKey, Value.of(record.reason()))
                            .build()));
                }
            }
        }
        if (!entries.isEmpty()) {
            metadata.put(key, MapValue.ofAny(PropertyBag.of(listKey, Value.json(entries))));
        }
    }

    private static List<Value<?>> ids(List<ExceptionRecord> records, Checker checker) {
        List<Value<?>> ids = new ArrayList<>();
        for (ExceptionRecord record : records) {
            for (CheckerFinding finding : record.checkers()) {
                if (finding.checker() == checker) {
                    ids.add(Value.of(finding.id()));
                }
            }
        }
        return ids;
    }
}
