package io.tapstack.reference.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * An emulator of AWS on a free port of the loopback interface, empty, with one account and one region; stopped by {@link #close()}.
 *
 * <p>It judges the policies of roles and of queues, so a function may only do what its template lets it, and it is reached by TLS
 * only, since the templates deny anything else.
 */
final class Emulator implements AutoCloseable {

    static final String ACCOUNT = "000000000000";
    static final String REGION = "us-east-1";

    private static final String SECRET = "test";
    private static final Duration START = Duration.ofSeconds(60);

    private final Process process;
    private final Thread stopper;
    private final Path log;
    private final LoopbackCertificate certificate;
    private final String endpoint;

    private Emulator(Process process, Path log, LoopbackCertificate certificate, int port) {
        this.process = process;
        this.log = log;
        this.certificate = certificate;
        this.endpoint = "https://127.0.0.1:" + port;
        this.stopper = new Thread(this::stop);
        Runtime.getRuntime().addShutdownHook(stopper);
    }

    /** Starts an emulator that keeps its files in a folder, and waits until it answers. */
    static Emulator start(OracleEnvironment tools, Path folder) {
        try {
            int port = freePort();
            LoopbackCertificate certificate = LoopbackCertificate.in(folder);
            Path log = folder.resolve("emulator.log");
            ProcessBuilder builder = new ProcessBuilder(tools.program("ministack"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment(tools, folder, certificate, port));
            Emulator emulator = new Emulator(builder.start(), log, certificate, port);
            emulator.await();
            return emulator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it answers. */
    String endpoint() {
        return endpoint;
    }

    /** What a client needs to reach it, and nothing that could make a client reach AWS. */
    Map<String, String> client() {
        return Map.of(
                "AWS_ENDPOINT_URL",
                endpoint,
                "AWS_CA_BUNDLE",
                certificate.certificate().toString(),
                "AWS_ACCESS_KEY_ID",
                SECRET,
                "AWS_SECRET_ACCESS_KEY",
                SECRET,
                "AWS_DEFAULT_REGION",
                REGION,
                "AWS_PAGER",
                "",
                "AWS_EC2_METADATA_DISABLED",
                "true",
                "AWS_CONFIG_FILE",
                "/dev/null",
                "AWS_SHARED_CREDENTIALS_FILE",
                "/dev/null");
    }

    /** What it has said so far. */
    String log() {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(stopper);
        stop();
    }

    private static Map<String, String> environment(
            OracleEnvironment tools, Path folder, LoopbackCertificate certificate, int port) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", tools.bin() + ":/usr/bin:/bin");
        environment.put("HOME", folder.toString());
        environment.put("TMPDIR", folder.toString());
        environment.put("BIND_HOST", "127.0.0.1");
        environment.put("GATEWAY_PORT", String.valueOf(port));
        environment.put("USE_SSL", "1");
        environment.put("MINISTACK_SSL_CERT", certificate.certificate().toString());
        environment.put("MINISTACK_SSL_KEY", certificate.key().toString());
        environment.put("AWS_CA_BUNDLE", certificate.certificate().toString());
        environment.put("AWS_ACCESS_KEY_ID", SECRET);
        environment.put("AWS_SECRET_ACCESS_KEY", SECRET);
        environment.put("MINISTACK_REGION", REGION);
        environment.put("AUTH", "true");
        environment.put("LAMBDA_ASYNC_RETRY_BASE_SECONDS", "0.2");
        return environment;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void await() {
        long end = System.nanoTime() + START.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new AssertionError("the emulator did not start; it said:\n" + log());
            }
        }
    }

    private boolean answers() {
        HttpRequest ready = HttpRequest.newBuilder(URI.create(endpoint + "/_ministack/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            Thread.sleep(100);
            HttpClient client =
                    HttpClient.newBuilder().sslContext(certificate.trust()).build();
            return client.send(ready, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
