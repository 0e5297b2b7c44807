package io.tapstack.reference.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmarks in one go and prints what docs/performance.md shows: times, and ratios to Jackson alone. */
public final class RunBenchmarks {

    private static final String[] STEPS = {"build", "validate", "renderJson", "renderYaml"};
    private static final String[] FORMATS = {"Json", "Yaml"};

    private RunBenchmarks() {}

    /** Runs them; takes the arguments of JMH, such as {@code -f 3} for more certainty. */
    public static void main(String[] args) throws RunnerException, CommandLineOptionException {
        Options options = new OptionsBuilder()
                .parent(new CommandLineOptions(args))
                .include(SynthesisBenchmark.class.getName())
                .build();
        System.out.print(table(new Runner(withDefaults(options)).run()));
    }

    private static Options withDefaults(Options options) {
        return new OptionsBuilder()
                .parent(options)
                .forks(options.getForkCount().orElse(1))
                .warmupIterations(options.getWarmupIterations().orElse(20))
                .warmupTime(options.getWarmupTime().orElse(TimeValue.seconds(2)))
                .measurementIterations(options.getMeasurementIterations().orElse(5))
                .measurementTime(options.getMeasurementTime().orElse(TimeValue.seconds(2)))
                .build();
    }

    private static String table(Collection<RunResult> results) {
        StringBuilder text = new StringBuilder(
                "\n| template | step | least µs | median µs | least to Jackson's least |\n|---|---|---:|---:|---:|\n");
        for (Subject subject : Subject.values()) {
            for (String step : STEPS) {
                text.append(row(subject, step, find(results, subject, step), ""));
            }
            for (String format : FORMATS) {
                RunResult all = find(results, subject, "all" + format);
                RunResult jackson = find(results, subject, "jackson" + format);
                text.append(row(subject, "Jackson alone, " + format, jackson, "1.00"));
                text.append(row(subject, "all three, " + format, all, ratio(all, jackson)));
            }
        }
        return text.toString();
    }

    private static String row(Subject subject, String step, RunResult result, String ratio) {
        return String.format(
                Locale.ROOT, "| %s | %s | %.0f | %.0f | %s |%n", subject, step, least(result), median(result), ratio);
    }

    /** Of the least times: what else a machine does can only add to a call, so the least is what the code costs. */
    private static String ratio(RunResult ours, RunResult theirs) {
        return String.format(Locale.ROOT, "%.2f", least(ours) / least(theirs));
    }

    private static double least(RunResult result) {
        return result.getPrimaryResult().getStatistics().getMin();
    }

    private static double median(RunResult result) {
        return result.getPrimaryResult().getStatistics().getPercentile(50);
    }

    private static RunResult find(Collection<RunResult> results, Subject subject, String method) {
        for (RunResult result : results) {
            boolean same = result.getParams().getBenchmark().endsWith("." + method)
                    && result.getParams().getParam("subject").equals(subject.name());
            if (same) {
                return result;
            }
        }
        throw new IllegalStateException("no result of " + method + " for " + subject);
    }
}
