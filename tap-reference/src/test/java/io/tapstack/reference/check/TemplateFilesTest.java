package io.tapstack.reference.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateFilesTest {

    @TempDir
    Path folder;

    @Test
    void linksToDirectoriesAreNotFollowedInCircles() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yml"), "Resources: {}\n");
        Files.createSymbolicLink(folder.resolve("again"), folder);
        Path elsewhere = Files.createSymbolicLink(folder.resolveSibling(folder.getFileName() + "-link"), folder);
        try {
            assertThat(TemplateFiles.of(List.of(folder)).files()).containsExactly(file);
            assertThat(TemplateFiles.of(List.of(folder)).skipped())
                    .isEqualTo(Map.of(folder, List.of(Path.of("again"))));
            assertThat(TemplateFiles.of(List.of(elsewhere)).files()).containsExactly(elsewhere.resolve("a.yml"));
        } finally {
            Files.delete(elsewhere);
        }
    }

    @Test
    void namedFilesKeepTheirOrderAndAreNotLookedAt() {
        List<Path> named = List.of(Path.of("z.yml"), Path.of("a.txt"), Path.of("z.yml"));
        assertThat(TemplateFiles.of(named).files()).containsExactly(Path.of("z.yml"), Path.of("a.txt"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Resources:\n",
                "# hello\n\"Resources\" :\n",
                "AWSTemplateFormatVersion: '2010-09-09'\n  broken",
                "\uFEFFResources:\n",
                "{\"Resources\": {",
                " \n{ Resources: {A: {}}}",
                "{\"AWSTemplateFormatVersion\": 1",
                "Description: x\r\nResources:\r\n"
            })
    void templatesAreKnownByTheirKeys(String text) {
        assertThat(TemplateSniffer.isTemplate(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "name: ci\non: push\n",
                "{\"name\": \"x\", \"version\": \"1\"}",
                "{\"Statement\": [{\"Resource\": {}}]}",
                "spec:\n  Resources:\n    - x\n",
                "{\"Resources\": [1]}",
                "{\"MoreResources\": {}}",
            })
    void otherFilesAreNone(String text) {
        assertThat(TemplateSniffer.isTemplate(text)).isFalse();
    }
}
