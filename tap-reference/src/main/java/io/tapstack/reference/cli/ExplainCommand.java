package io.tapstack.reference.cli;

import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.patterns.rule.pack.RulePacks;
import io.tapstack.reference.explain.TypePage;
import io.tapstack.reference.report.RulePage;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code tap explain}: the page of a rule, or what the facts know of a type. */
final class ExplainCommand implements Command {

    @Override
    public String name() {
        return "explain";
    }

    @Override
    public String description() {
        return "Print the page of a rule, or the properties and attributes of a resource type.";
    }

    @Override
    public void declare(CommandSpec spec) {
        spec.addPositional(PositionalParamSpec.builder()
                .index("0")
                .required(true)
                .paramLabel("RULE-ID|TYPE")
                .type(String.class)
                .description("The id of a rule, as findings name it; or a type, such as AWS::DynamoDB::Table or"
                        + " AWS::DynamoDB::Table.SSESpecification.")
                .build());
    }

    @Override
    public int run(ParseResult typed, Console console) throws IOException {
        String name = typed.matchedPositionalValue(0, "");
        console.print(name.contains("::") ? type(name) : rule(name));
        return ExitCode.OK;
    }

    private static String type(String name) {
        TypePage pages = TypePage.from(CloudFormationFacts.bundled());
        return pages.of(name)
                .orElseThrow(() -> new UsageException("there is no type '" + name + "'." + pages.suggestion(name)));
    }

    private static String rule(String name) {
        Optional<String> page = RulePage.of(name).map(RulePage::text);
        return page.orElseThrow(
                () -> new UsageException("there is no rule '" + name + "'." + Suggestions.didYouMean(name, ruleIds())));
    }

    private static List<String> ruleIds() {
        return RulePacks.listed().stream()
                .flatMap(pack -> pack.rules().stream())
                .map(packed -> packed.rule().id())
                .distinct()
                .collect(Collectors.toList());
    }
}
