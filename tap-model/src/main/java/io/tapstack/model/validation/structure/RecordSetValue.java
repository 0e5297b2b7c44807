package io.tapstack.model.validation.structure;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Branch;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A DNS record whose value is not what its type takes: no address, no quoted text, more than one name. */
final class RecordSetValue implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Values of DNS records fit the type of the record";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Element element : context.elements(Section.RESOURCES)) {
            Resource resource = element.resource();
            String type = resource == null ? "" : resource.resourceType();
            if (type.equals("AWS::Route53::RecordSet")) {
                Branch.ofProperties(element).forEach(record -> check(record, sink));
            } else if (type.equals("AWS::Route53::RecordSetGroup")) {
                for (Branch records : Branch.ofProperty(element, "RecordSets")) {
                    records.items().forEach(record -> check(record, sink));
                }
            }
        }
    }

    private static void check(Branch record, FindingSink sink) {
        if (!record.member("AliasTarget").isEmpty()) {
            sink.judged(1);
            for (Branch ttl : record.member("TTL")) {
                sink.report(ttl.place(), "An alias record has no TTL of its own.", "Remove TTL.");
            }
        }
        for (Branch type : record.member("Type")) {
            String name = type.text();
            if (name != null) {
                for (Branch values : record.member("ResourceRecords")) {
                    check(name, values, sink);
                }
            }
        }
    }

    private static void check(String type, Branch values, FindingSink sink) {
        List<Branch> items = values.items();
        if (type.equals("CNAME") && items.size() > 1 && Branches.certain(values)) {
            sink.report(
                    values.place(),
                    "A CNAME record has one value, and " + items.size() + " are given.",
                    "Write one name, or use weighted records.");
        }
        for (Branch item : items) {
            String text = item.text();
            if (text != null) {
                sink.judged(1);
                String problem = RecordValues.problem(type, text);
                if (problem != null) {
                    sink.report(item.place(), message(type, problem, text), "Write " + problem + ".");
                }
            }
        }
    }

    private static String message(String type, @Nullable String problem, String text) {
        return "A record of type " + type + " takes " + problem + ", and '" + Texts.excerpt(text) + "' is given.";
    }
}
