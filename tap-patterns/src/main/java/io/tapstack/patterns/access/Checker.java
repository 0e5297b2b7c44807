package io.tapstack.patterns.access;

/**
 * A public checker of templates that can be told, in the metadata of a resource, not to report one of its findings there.
 *
 * @see <a href="https://www.checkov.io/2.Basics/Suppressing%20and%20Skipping%20Policies.html">checkov</a>
 * @see <a href="https://github.com/stelligent/cfn_nag#per-resource-rule-suppression">cfn_nag</a>
 * @see <a href="https://github.com/aws-cloudformation/cfn-lint#metadata">cfn-lint</a>
 */
public enum Checker {
    /** checkov, by ids such as {@code CKV_AWS_111}. */
    CHECKOV,
    /**
     * cfn-guard with the rules of AWS Control Tower, by names such as {@code sqs_dlq_check}.
     *
     * <p>These rules read no metadata, so the records only tell people what was meant.
     */
    GUARD,
    /** cfn_nag, by ids such as {@code W11}. */
    CFN_NAG,
    /** cfn-lint, by ids such as {@code I3042}. */
    CFN_LINT;

    /** One of its findings. */
    public CheckerFinding finding(String id) {
        return CheckerFinding.of(this, id);
    }
}
