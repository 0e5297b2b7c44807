package io.tapstack.patterns.rule.iam;

import io.tapstack.model.template.Resource;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.model.validation.TemplateRule;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.PolicyStatement;
import io.tapstack.patterns.rule.When;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A statement that allows something has a wildcard in it, written out or hidden in a function, and no exception record in the
 * metadata of its resource says why.
 *
 * <p>Looked at are identity, trust, key, bucket, queue, topic, secret, endpoint and API policies alike. In the policy of a key or a
 * secret the resource {@code *} means just that, and needs no record.
 */
public final class UnexplainedWildcard implements TemplateRule {

    @Override
    public Severity severity() {
        return Severity.ERROR;
    }

    @Override
    public String title() {
        return "Statements that allow something have no wildcard without an exception record";
    }

    @Override
    public void check(TemplateContext context, FindingSink sink) {
        for (Node policy : PolicyStatement.unread(context)) {
            sink.unjudged(policy.place(), "What the policy says is not known from the template.");
        }
        Wildcards wildcards = new Wildcards(context);
        for (PolicyStatement statement : PolicyStatement.all(context)) {
            Resource resource = statement.element().resource();
            statement
                    .unknownEffect()
                    .ifPresent(effect -> sink.unjudged(
                            effect.place(), "Whether this is allowed is not known before the stack is created."));
            if (resource != null && statement.allows()) {
                check(context, statement, resource, wildcards, sink);
            }
        }
    }

    private static void check(
            TemplateContext context,
            PolicyStatement statement,
            Resource resource,
            Wildcards wildcards,
            FindingSink sink) {
        List<Node> unknown = wildcards.unknown(statement);
        unknown.forEach(node -> sink.unjudged(
                node.place(), "Whether a wildcard stands here is not known before the stack is created."));
        sink.judged(unknown.isEmpty() ? 1 : 0);
        List<RecordedException> records = RecordedException.of(resource);
        for (Wildcards.Wildcard wildcard : wildcards.in(statement)) {
            When explained = When.any(
                    statement.sids(),
                    sid -> records.stream()
                            .anyMatch(record -> explains(record, sid.text().orElse(""), wildcard)));
            if (explained.covers(context, wildcard.place().guard())) {
                continue;
            }
            String sid = statement.sids().stream()
                    .flatMap(one -> one.text().stream())
                    .collect(Collectors.joining(" or "));
            sink.report(
                    explained.missing(context, wildcard.place()),
                    "The statement " + (sid.isEmpty() ? "without Sid" : sid) + " allows more than it names: "
                            + wildcard.what() + '.',
                    "Name actions, resources and principals exactly, or record in the metadata of the resource under"
                            + " Exceptions where the wildcard stands, why, and what compensates.");
        }
    }

    private static boolean explains(RecordedException record, String sid, Wildcards.Wildcard wildcard) {
        boolean all = wildcard.kind() == WildcardKind.RESOURCE && wildcard.isAlone();
        return record.explains(sid, wildcard.kind()) && (!all || record.speaksOfAllResources());
    }
}
