package io.tapstack.reference.explain;

import io.tapstack.model.facts.AttributeFacts;
import io.tapstack.model.facts.CloudFormationFacts;
import io.tapstack.model.facts.ConstraintFacts;
import io.tapstack.model.facts.Lifecycle;
import io.tapstack.model.facts.PropertyFacts;
import io.tapstack.model.facts.ResourceFacts;
import io.tapstack.model.facts.Shape;
import io.tapstack.model.facts.TypeFacts;
import io.tapstack.model.validation.Suggestions;
import io.tapstack.model.value.ReferencePage;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What the facts know of a resource type or of one of its property types, as Markdown: its properties with their types and limits, which
 * changes replace the resource, its attributes.
 */
public final class TypePage {

    private final CloudFormationFacts facts;

    private TypePage(CloudFormationFacts facts) {
        this.facts = facts;
    }

    /** Pages from these facts. */
    public static TypePage from(CloudFormationFacts facts) {
        return new TypePage(Objects.requireNonNull(facts, "facts"));
    }

    /**
     * The page of a resource type with all its property types, such as {@code AWS::DynamoDB::Table}, or of a single property type, such
     * as {@code AWS::DynamoDB::Table.SSESpecification}; empty if the facts don't know it.
     */
    public Optional<String> of(String name) {
        int dot = name.indexOf('.');
        if (dot < 0) {
            return facts.resource(name).map(TypePage::resource);
        }
        return facts.resource(name.substring(0, dot))
                .flatMap(owner -> owner.type(name.substring(dot + 1)))
                .map(type -> "# " + name + "\n\n" + ReferencePage.of(name) + "\n\n" + properties(type));
    }

    /** A question with the known name that is closest to one that is not known, with a space before it; empty if none is close. */
    public String suggestion(String name) {
        int dot = name.indexOf('.');
        Optional<ResourceFacts> owner = dot < 0 ? Optional.empty() : facts.resource(name.substring(0, dot));
        return owner.map(known -> Suggestions.didYouMean(
                        name,
                        known.types().stream()
                                .map(type -> known.typeName() + "." + type.name())
                                .collect(Collectors.toList())))
                .orElseGet(() -> Suggestions.didYouMean(name, facts.typeNames()));
    }

    private static String resource(ResourceFacts facts) {
        StringBuilder page = new StringBuilder("# ").append(facts.typeName()).append("\n\n");
        page.append(ReferencePage.of(facts.typeName())).append("\n\n").append(head(facts));
        page.append("## Properties\n\n").append(properties(facts));
        if (!facts.attributes().isEmpty()) {
            page.append("\n## Attributes\n\n");
            for (AttributeFacts attribute : facts.attributes()) {
                page.append("- `").append(attribute.name()).append("`: ");
                page.append(TypeWords.of(attribute.type())).append('\n');
            }
        }
        if (!facts.types().isEmpty()) {
            page.append("\n## Property types\n");
            for (TypeFacts type : facts.types()) {
                page.append("\n### ").append(type.name()).append("\n\n").append(properties(type));
            }
        }
        return page.toString();
    }

    private static String head(ResourceFacts facts) {
        StringBuilder head = new StringBuilder();
        if (facts.retired()) {
            head.append("- AWS has retired the type: none can be created any more.\n");
        } else if (facts.lifecycle() != Lifecycle.ACTIVE) {
            head.append("- Lifecycle: ").append(facts.lifecycle()).append(".\n");
        }
        facts.transform()
                .ifPresent(transform ->
                        head.append("- Needs the transform ").append(transform).append(".\n"));
        if (!facts.refReturns().isEmpty()) {
            head.append("- `Ref` returns ")
                    .append(String.join("|", facts.refReturns()))
                    .append(".\n");
        }
        facts.arnPattern().ifPresent(arn -> head.append("- ARN: `").append(arn).append("`\n"));
        facts.tags()
                .ifPresent(tags -> head.append("- Takes tags in `")
                        .append(tags.propertyName())
                        .append("`.\n"));
        if (facts.stateful()) {
            head.append("- Holds data that is lost when the resource is deleted or replaced.\n");
        }
        return head.length() == 0 ? "" : head.append('\n').toString();
    }

    private static String properties(Shape shape) {
        StringBuilder lines = new StringBuilder();
        for (PropertyFacts property : shape.properties()) {
            lines.append(PropertyLine.of(property)).append('\n');
        }
        if (shape.open()) {
            lines.append("- others, which the facts do not name\n");
        } else if (shape.properties().isEmpty()) {
            lines.append("- none\n");
        }
        if (!shape.constraints().isEmpty()) {
            lines.append('\n');
            for (ConstraintFacts constraint : shape.constraints()) {
                lines.append("- ").append(demand(constraint)).append('\n');
            }
        }
        return lines.toString();
    }

    private static String demand(ConstraintFacts constraint) {
        String subject = "`" + constraint.subject() + "`";
        return switch (constraint.kind()) {
            case REQUIRED_XOR -> "Exactly one of: " + groups(constraint, ", ");
            case REQUIRED_OR -> "At least one of: " + groups(constraint, ", ");
            case DEPENDENT_REQUIRED -> subject + " demands " + groups(constraint, " and ");
            case DEPENDENT_EXCLUDED -> subject + " excludes " + groups(constraint, " and ");
        };
    }

    private static String groups(ConstraintFacts constraint, String between) {
        return constraint.alternatives().stream().map(TypePage::together).collect(Collectors.joining(between));
    }

    private static String together(List<String> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" with "));
    }
}
