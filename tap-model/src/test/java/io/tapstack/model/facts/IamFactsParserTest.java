package io.tapstack.model.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IamFactsParserTest {

    private static final String FULL = """
            service lambda
            resource function%20alias arn=arn:${Partition}:lambda keys=aws:ResourceTag/${TagKey}
            action AddPermission PermissionsManagement,Write resources=function* keys=lambda:Principal depends=iam:PassRole
            action GetFunction Read resources=function*|lambda:Key,function%20alias keys= depends=
            action ListFunctions List resources= keys= depends=
            key lambda:Principal String
            """;

    private final IamService service = IamFactsParser.parse("iam/lambda.facts", FULL);

    @Test
    void actionsAreFoundWhateverTheirCase() {
        assertThat(service.action("getFUNCTION").orElseThrow().name()).isEqualTo("GetFunction");
        assertThat(service.action("GetFunction").orElseThrow().qualifiedName()).isEqualTo("lambda:GetFunction");
        assertThat(service.action("Get*")).isEmpty();
    }

    @Test
    void wildcardsMatchWhateverTheCase() {
        assertThat(service.actionsMatching("*functio?s"))
                .extracting(IamAction::name)
                .containsExactly("ListFunctions");
        assertThat(service.actionsMatching("*")).hasSize(3);
        assertThat(service.actionsMatching("a*p*n")).extracting(IamAction::name).containsExactly("AddPermission");
        assertThat(service.actionsMatching("")).isEmpty();
    }

    @Test
    void theMoreSpecificAccessLevelWins() {
        assertThat(service.action("AddPermission").orElseThrow().accessLevel())
                .isEqualTo(IamAccessLevel.PERMISSIONS_MANAGEMENT);
        assertThat(service.action("AddPermission").orElseThrow().accessLevels()).hasSize(2);
    }

    @Test
    void anActionNamesItsResourcesAndConditionKeys() {
        IamAction action = service.action("GetFunction").orElseThrow();

        assertThat(action.resources()).hasToString("[function*, function alias]");
        assertThat(action.resources().get(0).required()).isTrue();
        assertThat(action.resources().get(0).conditionKeys()).containsExactly("lambda:Key");
        assertThat(action.resources().get(1).required()).isFalse();
        assertThat(action.needsWildcardResource()).isFalse();
        assertThat(service.action("ListFunctions").orElseThrow().needsWildcardResource())
                .isTrue();
        assertThat(service.action("AddPermission").orElseThrow().conditionKeys())
                .containsExactly("lambda:Principal");
        assertThat(service.action("AddPermission").orElseThrow().dependentActions())
                .containsExactly("iam:PassRole");
        assertThat(service.resourceType("function alias").orElseThrow().arnPattern())
                .isEqualTo("arn:${Partition}:lambda");
        assertThat(service.conditionKeys()).extracting(IamConditionKey::type).containsExactly("String");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service other|expected one service line",
                "thing A|unknown kind 'thing'",
                "action A Some resources= keys= depends=|'Some' is not an access level",
                "action A Read keys= resources= depends=|expected resources=",
                "action A Read resources= keys=|expected depends=, found the end of the line",
                "key lambda:X String more|unexpected 'more'",
            })
    void aMalformedLineIsNamed(String line, String problem) {
        assertThatThrownBy(() -> IamFactsParser.parse("iam/lambda.facts", "service lambda\n" + line + "\n"))
                .isInstanceOf(FactsFormatException.class)
                .hasMessageStartingWith("iam/lambda.facts:2: ")
                .hasMessageContaining(problem);
    }
}
