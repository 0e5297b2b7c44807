package io.tapstack.reference.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.tapstack.model.io.Synthesizer;
import io.tapstack.model.io.TemplateFormat;
import io.tapstack.model.io.TemplateWriter;
import io.tapstack.model.template.Template;
import io.tapstack.model.validation.TemplateValidator;
import io.tapstack.model.validation.ValidationResult;
import io.tapstack.model.validation.structure.StructuralRules;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** From Java to bytes, step by step and as a whole, and Jackson writing these bytes from a tree that it finds ready. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SynthesisBenchmark {

    @Param
    public Subject subject = Subject.TRANSACTION;

    private final Synthesizer synthesizer = Synthesizer.standard();
    private final TemplateValidator validator = StructuralRules.validator();
    private final ObjectWriter jacksonJson = JacksonWriters.json();
    private final ObjectWriter jacksonYaml = JacksonWriters.yaml();
    private Template template = Template.builder().build();
    private JsonNode tree = new ObjectMapper().nullNode();

    /** Builds what the single steps start from, and checks that Jackson writes the same JSON, byte for byte. */
    @Setup
    public void prepare() throws JsonProcessingException {
        template = subject.build();
        String json = synthesizer.synthesize(template, TemplateFormat.JSON).text();
        tree = new ObjectMapper().readTree(json);
        if (!json.equals(jacksonJson.writeValueAsString(tree) + "\n")) {
            throw new IllegalStateException(
                    "Jackson writes other JSON than we do, so comparing times would mean nothing");
        }
    }

    @Benchmark
    public Template build() {
        return subject.build();
    }

    @Benchmark
    public ValidationResult validate() {
        return validator.validate(template);
    }

    @Benchmark
    public byte[] renderJson() {
        return TemplateWriter.json().toBytes(template);
    }

    @Benchmark
    public byte[] renderYaml() {
        return TemplateWriter.yaml().toBytes(template);
    }

    @Benchmark
    public byte[] allJson() {
        return all(TemplateFormat.JSON);
    }

    @Benchmark
    public byte[] allYaml() {
        return all(TemplateFormat.YAML);
    }

    @Benchmark
    public byte[] jacksonJson() throws JsonProcessingException {
        return jacksonJson.writeValueAsBytes(tree);
    }

    @Benchmark
    public byte[] jacksonYaml() throws JsonProcessingException {
        return jacksonYaml.writeValueAsBytes(tree);
    }

    private byte[] all(TemplateFormat format) {
        return synthesizer.synthesize(subject.build(), format).bytes();
    }
}
