package io.tapstack.model.codegen.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MergerTest {

    private final Differences differences = new Differences();
    private Map<String, ResourceModel> merged = Map.of();

    @BeforeEach
    void merge() throws JsonProcessingException {
        merged = new Merger(new SchemaCatalog(Fixtures.wheel()), differences)
                .merge(new SpecReader(Fixtures.spec()).read());
        merged.values().forEach(ResourceModel::prune);
    }

    @Test
    void structureComesFromTheSpecificationAndLimitsFromTheSchema() {
        assertThat(facts("AWS::X::Both")).isEqualTo("""
            resource AWS::X::Both stateful lifecycle=sunset tags=Tags:list ref=Name arn=arn:x origin=both
            attribute Arn string
            attribute Endpoint.Port integer
            property Count integer max=10
            property Elements list(type:Element) unique max-items=3
            property Extra boolean
            property Mode string enum=A,B,C
            property Name string required replace max-length=8 min-length=1 pattern=^[a-z\\[]+$
            property OnlySpec string
            property Secret string write-only
            property Size long replace
            property Tags list(tag)
            constraint required-xor=Count,Mode
            type Element
            property Codes list(string) item-max-length=3 item-pattern=^c
            property Next type:Element
            property Port integer required maybe-replace min=1 max=99
            """);
    }

    @Test
    void aTypeThatOnlyTheSchemaHasGetsItsStructure() {
        assertThat(facts("AWS::X::Schema")).isEqualTo("""
            resource AWS::X::Schema tags=Tags:map ref=Id origin=schema
            attribute Id string
            property Any json
            property Choice union(string,type:Choice)
            property Inline type:Inline required replace
            property Tags map(string) key-pattern=^t
            type Choice
            property Deep integer
            type Inline
            property A string required
            property B list(json)
            constraint required-or=A,B
            """);
    }

    @Test
    void ofReplacementTheWorseOfBothCounts() {
        assertThat(facts("AWS::X::Both"))
                .contains(
                        "property Name string required replace ",
                        "property Size long replace\n",
                        "property Port integer required maybe-replace ");
    }

    @Test
    void aTypeWithoutSchemaIsRetired() {
        assertThat(facts("AWS::X::Spec")).isEqualTo("resource AWS::X::Spec retired origin=spec\n");
    }

    @Test
    void disagreementsAreReported() {
        assertThat(differences.text()).isEqualTo("""
            # attribute-only-in-schema: 1
            AWS::X::Both Endpoint.Port integer
            # property-only-in-schema: 1
            AWS::X::Both Extra
            # property-only-in-spec: 1
            AWS::X::Both OnlySpec
            # replacement: 2
            AWS::X::Both Element.Port never schema=maybe
            AWS::X::Both Size never schema=always
            # required-only-in-schema: 1
            AWS::X::Both Mode
            # required-only-in-spec: 1
            AWS::X::Both Element.Port
            # type: 1
            AWS::X::Both Count integer schema=string
            # type-left-out-because-only-in-other-regions: 1
            AWS::X::Far
            # type-only-in-schema: 1
            AWS::X::Schema
            # type-only-in-spec: 1
            AWS::X::Spec
            """);
    }

    private String facts(String typeName) {
        return FactsWriter.write(java.util.Objects.requireNonNull(merged.get(typeName)))
                .text();
    }
}
