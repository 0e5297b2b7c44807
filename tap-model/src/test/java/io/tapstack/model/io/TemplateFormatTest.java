package io.tapstack.model.io;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TemplateFormatTest {

    @Test
    void isFoundByTheWordsOfACommandLine() {
        assertThat(TemplateFormat.parse("yaml")).contains(TemplateFormat.YAML);
        assertThat(TemplateFormat.parse("YML")).contains(TemplateFormat.YAML);
        assertThat(TemplateFormat.parse("Json")).contains(TemplateFormat.JSON);
        assertThat(TemplateFormat.parse("xml")).isEmpty();
        assertThat(TemplateFormat.parse("")).isEmpty();
    }

    @Test
    void isFoundByTheNameOfAFile() {
        assertThat(TemplateFormat.ofFileName("lib/TapStack.yml")).contains(TemplateFormat.YAML);
        assertThat(TemplateFormat.ofFileName("a.b.JSON")).contains(TemplateFormat.JSON);
        assertThat(TemplateFormat.ofFileName("template")).isEmpty();
        assertThat(TemplateFormat.ofFileName("yaml")).isEmpty();
        assertThat(TemplateFormat.ofFileName("json/")).isEmpty();
    }

    @Test
    void knowsItsWordAndExtension() {
        assertThat(TemplateFormat.YAML).hasToString("yaml");
        assertThat(TemplateFormat.YAML.word()).isEqualTo("yaml");
        assertThat(TemplateFormat.YAML.extension()).isEqualTo("yml");
        assertThat(TemplateFormat.JSON.extension()).isEqualTo("json");
    }
}
