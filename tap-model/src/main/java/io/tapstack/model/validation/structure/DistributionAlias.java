package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.regex.Pattern;

/** An alias of a CloudFront distribution that is no host name. */
final class DistributionAlias implements TemplateRule {

    private static final Pattern HOST =
            Pattern.compile("(\\*\\.|([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.))([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)*"
                    + "[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Aliases of distributions are host names";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            if (resource != null && resource.resourceType().equals("AWS::CloudFront::Distribution")) {
                for (Branch config : Branch.ofProperty(element, "DistributionConfig")) {
                    for (Branch aliases : config.member("Aliases")) {
                        aliases.items().forEach(alias -> check(alias, sink));
                    }
                }
            }
        }
    }

    private static void check(Branch alias, FindingSink sink) {
        String name = alias.text();
        if (name != null) {
            sink.judged(1);
            if (!HOST.matcher(name).matches()) {
                sink.report(
                        alias.place(),
                        "CloudFront takes host names in lower case as aliases, with * as the first part at most, and '"
                                + Texts.excerpt(name) + "' is given.",
                        "Write a name such as www.example.com.");
            }
        }
    }
}
