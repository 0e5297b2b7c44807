package io.tapstack.patterns.rule.iam;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Section;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.access.ExceptionRecord;
import io.tapstack.patterns.rule.PolicyStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An exception record speaks of a statement that has no wildcard, or that is not there: it would excuse the next wildcard unseen.
 *
 * <p>Records that name a property instead of a statement are not judged.
 */
public final class OrphanedException implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Exception records have a wildcard that they explain";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        Map<String, List<PolicyStatement>> byResource = new TreeMap<>();
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            byResource
                    .computeIfAbsent(statement.element().name(), name -> new ArrayList<>())
                    .add(statement);
        }
        Wildcards wildcards = new Wildcards(context);
        for (Element element : context.elements(Section.RESOURCES)) {
            List<PolicyStatement> statements = byResource.get(element.name());
            if (statements != null) {
                check(element, statements, wildcards, sink);
            }
        }
    }

    private static void check(
            Element element, List<PolicyStatement> statements, Wildcards wildcards, FindingSink sink) {
        Resource resource = element.resource();
        if (resource == null) {
            return;
        }
        for (RecordedException record : RecordedException.of(resource)) {
            for (String sid : record.places()) {
                sink.judged(1);
                if (!isNeeded(record, sid, statements, wildcards)) {
                    sink.report(
                            element.place("Metadata").member(ExceptionRecord.METADATA_KEY),
                            "The exception record for " + sid + " explains no wildcard of " + element.name() + '.',
                            "Remove the record, or correct where it says that the wildcard stands.");
                }
            }
        }
    }

    private static boolean isNeeded(
            RecordedException record, String place, List<PolicyStatement> statements, Wildcards wildcards) {
        if (place.contains(".") || place.contains("/")) {
            return true;
        }
        for (PolicyStatement statement : statements) {
            boolean meant = statement.sids().stream()
                    .anyMatch(sid -> RecordedException.isMeant(place, sid.text().orElse("")));
            boolean meansItself = statement.isAboutItself() && record.speaksOf(WildcardKind.RESOURCE);
            if (meant
                    && (meansItself
                            || wildcards.in(statement).stream()
                                    .anyMatch(wildcard -> record.speaksOf(wildcard.kind())))) {
                return true;
            }
        }
        return false;
    }
}
