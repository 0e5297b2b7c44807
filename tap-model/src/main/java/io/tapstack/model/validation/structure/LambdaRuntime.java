package io.tapstack.model.validation.structure;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * When Lambda's runtimes end: the dates of AWS's page as cfn-lint 1.58.0 tables them, judged as of {@link #AS_OF}. AWS moves them now
 * and then, mostly to later.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html">Lambda runtimes</a>
 */
final class LambdaRuntime {

    /** The day by which runtimes are judged, not the clock, so that a template is judged alike every day. */
    static final String AS_OF = "2026-11-01";

    /** A year later: what ends until then is worth knowing. */
    static final String SOON = "2027-11-01";

    private static final Map<String, LambdaRuntime> BY_NAME = new HashMap<>();

    /** Until then it is patched. */
    final String deprecated;
    /** From then on, no function can be created with it. */
    final String blocked;

    static {
        add("dotnet10", "2028-11-14", "2028-12-14");
        add("dotnet6", "2024-12-20", "2027-02-01");
        add("dotnet8", "2026-11-10", "2027-02-01");
        add("dotnetcore1.0", "2019-06-27", "2019-06-30");
        add("dotnetcore2.0", "2019-05-30", "2019-04-30");
        add("dotnetcore2.1", "2022-01-05", "2022-01-05");
        add("dotnetcore3.1", "2023-04-03", "2023-04-03");
        add("go1.x", "2024-01-08", "2024-02-08");
        add("java11", "2027-06-30", "2027-07-31");
        add("java17", "2027-06-30", "2027-07-31");
        add("java21", "2029-06-30", "2029-07-31");
        add("java25", "2029-06-30", "2029-07-31");
        add("java8", "2024-01-08", "2024-02-08");
        add("java8.al2", "2027-06-30", "2027-07-31");
        add("nodejs", "2016-08-30", "2016-09-30");
        add("nodejs10.x", "2021-07-30", "2021-07-30");
        add("nodejs12.x", "2023-03-31", "2023-03-31");
        add("nodejs14.x", "2023-12-04", "2024-01-09");
        add("nodejs16.x", "2024-06-12", "2027-02-01");
        add("nodejs18.x", "2025-09-01", "2027-02-01");
        add("nodejs20.x", "2026-04-30", "2027-02-01");
        add("nodejs22.x", "2027-04-30", "2027-06-01");
        add("nodejs24.x", "2028-04-30", "2028-06-01");
        add("nodejs4.3", "2020-03-05", "2020-02-03");
        add("nodejs4.3-edge", "2020-03-05", "2019-03-31");
        add("nodejs6.10", "2019-08-12", "2019-07-12");
        add("nodejs8.10", "2020-03-06", "2020-02-04");
        add("provided", "2024-01-08", "2024-02-08");
        add("provided.al2", "2026-07-31", "2027-02-01");
        add("provided.al2023", "2029-06-30", "2029-07-31");
        add("python2.7", "2021-07-15", "2021-07-15");
        add("python3.10", "2026-10-31", "2027-02-01");
        add("python3.11", "2027-06-30", "2027-07-31");
        add("python3.12", "2028-10-31", "2028-11-30");
        add("python3.13", "2029-06-30", "2029-07-31");
        add("python3.14", "2029-06-30", "2029-07-31");
        add("python3.6", "2022-07-18", "2022-07-18");
        add("python3.7", "2023-12-04", "2024-01-09");
        add("python3.8", "2024-10-14", "2027-02-01");
        add("python3.9", "2025-12-15", "2027-02-01");
        add("ruby2.5", "2021-07-30", "2021-07-30");
        add("ruby2.7", "2023-12-07", "2024-01-09");
        add("ruby3.2", "2026-03-31", "2027-02-01");
        add("ruby3.3", "2027-03-31", "2027-04-30");
        add("ruby3.4", "2028-03-31", "2028-04-30");
        add("ruby4.0", "2029-03-31", "2029-04-30");
    }

    private LambdaRuntime(String deprecated, String blocked) {
        this.deprecated = deprecated;
        this.blocked = blocked;
    }

    private static void add(String name, String deprecated, String blocked) {
        BY_NAME.put(name, new LambdaRuntime(deprecated, blocked));
    }

    /** The dates of a runtime; null if they are not known. */
    static @Nullable LambdaRuntime find(String name) {
        return BY_NAME.get(name);
    }
}
