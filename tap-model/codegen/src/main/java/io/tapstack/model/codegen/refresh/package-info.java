/**
 * Makes the facts: reads the public packages that describe CloudFormation and IAM, merges them, corrects them and writes
 * {@code tap-model/src/facts}.
 *
 * <p>{@link io.tapstack.model.codegen.refresh.RefreshFacts} is the entrance. The way of the data: {@code SourceArchive}
 * (a downloaded package) → {@code SpecReader} and {@code SchemaCatalog} → {@code ResourceModel} → {@code SchemaOverlay}
 * (limits of the second source on the structure of the first) → {@code FactsWriter} → {@code PatchFile} → {@code FactsTree}.
 *
 * <p>Build time only; may use Jackson and {@code io.tapstack.model.facts}, nothing else of tap.
 */
@NullMarked
package io.tapstack.model.codegen.refresh;

import org.jspecify.annotations.NullMarked;
