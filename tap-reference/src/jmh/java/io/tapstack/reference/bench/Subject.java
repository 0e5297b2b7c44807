package io.tapstack.reference.bench;

import io.tapstack.model.template.Template;
import io.tapstack.reference.pipeline.TransactionPipeline;

/** What is measured. */
public enum Subject {
    /** Pipeline A: about fifty resources of many types, with all its policies. */
    TRANSACTION {
        @Override
        Template build() {
            return new TransactionPipeline().template();
        }
    },
    /** As many tables as fit into a template with a little room to spare. */
    TABLES_490 {
        @Override
        Template build() {
            return Tables.template(490);
        }
    };

    /** A new template, built from nothing. */
    abstract Template build();
}
