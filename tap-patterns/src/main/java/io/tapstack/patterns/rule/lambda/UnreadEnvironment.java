package io.tapstack.patterns.rule.lambda;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.value.ObjectValue;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/** A variable of the environment that the code never reads. */
public final class UnreadEnvironment extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Variables of the environment are read";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::Lambda::Function");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        String code = Node.at(context, element, "Code", "ZipFile").get(0).text().orElse("");
        List<Node> all = Node.at(context, element, "Environment", "Variables");
        if (code.isEmpty() && !all.isEmpty() && !all.get(0).isAbsent()) {
            sink.unjudged(all.get(0).place(), "The code does not stand in the template.");
            return;
        }
        for (Node variables : all) {
            if (variables.value() instanceof ObjectValue<?> object) {
                for (String name : object.members().names()) {
                    if (!code.contains(name)) {
                        sink.report(
                                variables.place().member(name),
                                "The code of " + element.name() + " never reads " + name + ".",
                                "Remove the variable.");
                    }
                }
            }
        }
    }
}
