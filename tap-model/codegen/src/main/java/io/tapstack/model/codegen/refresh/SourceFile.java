package io.tapstack.model.codegen.refresh;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One downloaded version of a package. */
final class SourceFile {

    final SourcePackage source;
    final String version;
    final String sha256;
    private final Path file;

    private SourceFile(SourcePackage source, String version, String sha256, Path file) {
        this.source = source;
        this.version = version;
        this.sha256 = sha256;
        this.file = file;
    }

    static SourceFile of(SourcePackage source, Path file) {
        String version = source.versionIn(String.valueOf(file.getFileName()));
        return new SourceFile(source, version, sha256(file), file);
    }

    /** Opens the package and checks that its licence is still the one we rely on. */
    SourceArchive open() {
        SourceArchive archive = SourceArchive.open(file);
        String stated = source.statedLicence(archive, version);
        if (!stated.equals(source.licence)) {
            throw new RefreshException(source.packageName + " " + version + " states the licence " + stated + ", not "
                    + source.licence + ": decide whether we may still use it");
        }
        return archive;
    }

    /** The package's line in {@code SOURCE}. */
    String line() {
        return "source " + source.registry + " " + source.packageName + " " + version + " " + source.licence
                + " sha256=" + sha256;
    }

    private static String sha256(Path file) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new RefreshException("Can't hash " + file, e);
        }
    }
}
