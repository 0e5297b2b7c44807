/**
 * Proof by others: cfn-lint, checkov and the Guard rules of AWS Control Tower read every rendered template, and an emulator deploys the pipelines, follows their pages as printed
 * and is asked whether anything was lost or doubled.
 *
 * <p>Tests tagged {@code oracle} need Python and run in the profile {@code oracles} only; what they need is installed by
 * {@link io.tapstack.reference.oracle.OracleEnvironment}. May import anything of this module.
 */
@NullMarked
package io.tapstack.reference.oracle;

import org.jspecify.annotations.NullMarked;
