package io.tapstack.patterns.preset;

import io.tapstack.model.aws.cloudwatch.Alarm;
import io.tapstack.model.aws.cloudwatch.alarm.Dimension;
import io.tapstack.model.aws.cloudwatch.alarm.Metric;
import io.tapstack.model.aws.cloudwatch.alarm.MetricDataQuery;
import io.tapstack.model.aws.cloudwatch.alarm.MetricStat;
import io.tapstack.model.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes an alarm as a resource. */
final class AlarmWriter {

    private final AlarmSet set;
    private final AlarmSpec spec;
    private final AlarmKind kind;

    AlarmWriter(AlarmSet set, AlarmSpec spec) {
        this.set = set;
        this.spec = spec;
        this.kind = spec.kind();
    }

    Alarm alarm(Value<String> name, double threshold) {
        Alarm.Builder alarm = Alarm.builder(spec.logicalId(), set.source())
                .alarmName(name)
                .alarmDescription(kind.description())
                .evaluationPeriods(kind.evaluationPeriods())
                .datapointsToAlarm(kind.datapointsToAlarm())
                .threshold(threshold)
                .comparisonOperator(
                        kind.below()
                                ? Alarm.COMPARISON_OPERATOR_LESS_THAN_OR_EQUAL_TO_THRESHOLD
                                : Alarm.COMPARISON_OPERATOR_GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                .treatMissingData(Alarm.TREAT_MISSING_DATA_NOT_BREACHING)
                .alarmActions(Value.list(set.topic().ref()))
                .options(options -> options.addDependsOn(set.topic().policyId()));
        spec.when().ifPresent(condition -> alarm.options(options -> options.condition(condition)));
        if (set.tellsRecovery()) {
            alarm.okActions(Value.list(set.topic().ref()));
        }
        if (spec.sumValues().isEmpty()) {
            addMetric(alarm);
        } else {
            alarm.metrics(Value.list(sum()));
        }
        return alarm.build();
    }

    private void addMetric(Alarm.Builder alarm) {
        alarm.namespace(kind.namespace())
                .metricName(kind.metric())
                .period(kind.period())
                .dimensions(Value.list(dimensions()));
        if (kind.percentile()) {
            alarm.extendedStatistic(kind.statistic()).evaluateLowSampleCountPercentile("ignore");
        } else {
            alarm.statistic(kind.statistic());
        }
    }

    /** A metric for each value of the dimension, and their sum; only the sum is judged. */
    private List<Value<MetricDataQuery>> sum() {
        List<Value<MetricDataQuery>> queries = new ArrayList<>();
        queries.add(MetricDataQuery.builder()
                .id("total")
                .label(kind.title())
                .expression("SUM(METRICS())")
                .returnData(true)
                .build());
        for (String value : spec.sumValues()) {
            List<Value<Dimension>> dimensions = dimensions();
            dimensions.add(dimension(spec.sumDimension(), Value.of(value)));
            queries.add(MetricDataQuery.builder()
                    .id("part" + queries.size())
                    .metricStat(MetricStat.builder()
                            .metric(Metric.builder()
                                    .namespace(kind.namespace())
                                    .metricName(kind.metric())
                                    .dimensions(Value.list(dimensions))
                                    .build())
                            .stat(kind.statistic())
                            .period(kind.period())
                            .build())
                    .returnData(false)
                    .build());
        }
        return queries;
    }

    private List<Value<Dimension>> dimensions() {
        List<Value<Dimension>> dimensions = new ArrayList<>();
        for (Map.Entry<String, Value<String>> entry : spec.dimensions().entrySet()) {
            dimensions.add(dimension(entry.getKey(), entry.getValue()));
        }
        return dimensions;
    }

    private static Dimension dimension(String name, Value<String> value) {
        return Dimension.builder().name(name).value(value).build();
    }
}
