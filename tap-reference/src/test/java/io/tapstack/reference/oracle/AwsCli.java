package io.tapstack.reference.oracle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The AWS CLI, a shell that has it on its path, and the SDK below it, all speaking to an emulator.
 *
 * <p>Before the real {@code aws} stands a script that adds {@code --endpoint-url} to every call: version 1 of the CLI does not take
 * the address of SQS from the environment, and so no call can ever leave this machine.
 */
final class AwsCli {

    static final ObjectMapper JSON = new ObjectMapper();

    private final OracleEnvironment tools;
    private final Path folder;
    private final Map<String, String> environment;

    /** A client whose files are in this folder. */
    AwsCli(OracleEnvironment tools, Emulator emulator, Path folder) {
        this.tools = tools;
        this.folder = folder;
        Path programs = folder.resolve("bin");
        try {
            Files.createDirectories(programs);
            Path aws = Files.writeString(
                    programs.resolve("aws"),
                    "#!/bin/sh\nexec '" + tools.program("aws") + "' --endpoint-url '" + emulator.endpoint()
                            + "' \"$@\"\n");
            Files.setPosixFilePermissions(aws, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        environment = new LinkedHashMap<>(emulator.client());
        environment.put(
                "PATH", programs + ":" + tools.bin() + ":" + System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));
        environment.put("HOME", folder.toString());
    }

    /** The folder in which commands run. */
    Path folder() {
        return folder;
    }

    /** {@code aws} with these arguments, still to be run. */
    Command command(String... arguments) {
        List<String> all = new ArrayList<>(List.of(folder.resolve("bin/aws").toString()));
        all.addAll(List.of(arguments));
        return prepared(Command.of(all));
    }

    /** Runs lines as a reader of the documentation would paste them, except that the first failure ends it. */
    Command bash(String lines) {
        return prepared(Command.of("bash", "-eu", "-o", "pipefail", "-c", lines));
    }

    /** Makes calls through the SDK, one after the other. */
    List<AwsCall.Answer> make(List<AwsCall> calls) {
        return make(calls, 1);
    }

    /** Makes calls through the SDK from several threads; the answers are in the order of the calls. */
    List<AwsCall.Answer> make(List<AwsCall> calls, int threads) {
        Path script = OraclePaths.module().resolve("src/test/oracles/calls.py");
        JsonNode results =
                parse(prepared(Command.of(tools.program("python"), "-B", script.toString(), String.valueOf(threads)))
                        .input(text(calls.stream().map(AwsCall::toJson).toList()))
                        .succeed()
                        .out());
        List<AwsCall.Answer> answers = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            answers.add(new AwsCall.Answer(calls.get(i), results.get(i)));
        }
        return answers;
    }

    /** Makes one call through the SDK, which must succeed. */
    JsonNode make(AwsCall call) {
        return make(List.of(call)).get(0).output();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("no JSON: " + json, e);
        }
    }

    static String text(Object json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new AssertionError("cannot be written as JSON: " + json, e);
        }
    }

    private Command prepared(Command command) {
        return command.environment(environment).in(folder).within(Duration.ofMinutes(3));
    }
}
