package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.Severity;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import io.tapstack.patterns.rule.When;
import java.util.Set;

/**
 * A database keeps no backups. An instance of a cluster is not judged, since the cluster keeps them.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html">Backups</a>
 */
public final class UnrecoverableDatabase extends ResourceRule {

    @Override
    public Severity severity() {
        return Severity.WARNING;
    }

    @Override
    public String title() {
        return "Databases keep backups";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::RDS::DBInstance");
    }

    @Override
    protected boolean judges(TemplateContext context, Element element) {
        return Node.property(context, element, "DBClusterIdentifier").stream().anyMatch(Node::isAbsent);
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        When alone = When.any(Node.property(context, element, "DBClusterIdentifier"), Node::isAbsent);
        for (Node days : Node.property(context, element, "BackupRetentionPeriod")) {
            if (days.isAtLeast(1) || !alone.meets(context, days.guard())) {
                continue;
            }
            if (days.isUnknown()) {
                sink.unjudged(days.place(), "How long backups are kept is not known before the stack is created.");
            } else if (days.is("0")) {
                sink.report(
                        days.place(),
                        "The database " + element.name() + " keeps no backups.",
                        "Set BackupRetentionPeriod to 7 or more.");
            }
        }
    }
}
