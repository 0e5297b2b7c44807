package io.tapstack.patterns.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExceptionRecordTest {

    @Test
    void isWrittenForThisLibraryAndForEachPublicChecker() {
        ExceptionRecord record = ExceptionRecord.builder("VpcAttachment", "Resource *")
                .reason("Lambda checks without a resource")
                .compensation("Two denials")
                .owner("Platform team")
                .expires(LocalDate.of(2027, 6, 30))
                .addCheckers(
                        Checker.CHECKOV.finding("CKV_AWS_111"),
                        Checker.GUARD.finding("IAM_NO_INLINE_POLICY_CHECK"),
                        Checker.CFN_NAG.finding("W12"),
                        Checker.CFN_LINT.finding("I3042"))
                .build();

        assertThat(ExceptionRecord.metadata(record).toString())
                .isEqualTo("{Exceptions=[{Where: \"VpcAttachment\", What: \"Resource *\", "
                        + "Reason: \"Lambda checks without a resource\", Compensation: \"Two denials\", "
                        + "Owner: \"Platform team\", Expires: \"2027-06-30\"}], "
                        + "checkov={skip: [{id: \"CKV_AWS_111\", comment: \"Lambda checks without a resource\"}]}, "
                        + "cfn_nag={rules_to_suppress: [{id: \"W12\", reason: \"Lambda checks without a resource\"}]}, "
                        + "guard={SuppressedRules: [\"IAM_NO_INLINE_POLICY_CHECK\"]}, "
                        + "cfn-lint={config: {ignore_checks: [\"I3042\"]}}}");
    }

    @Test
    void saysNothingToCheckersThatReportNothing() {
        assertThat(ExceptionRecord.metadata(ExceptionRecord.of("all", "Principal *", "It is so", "Conditions")))
                .containsOnlyKeys(ExceptionRecord.METADATA_KEY);
        assertThat(ExceptionRecord.metadata(List.of())).isEmpty();
    }

    @Test
    void isNothingWithoutReasonOrCompensation() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ExceptionRecord.of("all", "Principal *", " ", "Conditions"))
                .withMessageContaining("reason");
        assertThatIllegalStateException()
                .isThrownBy(() -> ExceptionRecord.of("all", "Principal *", "It is so", ""))
                .withMessageContaining("compensation");
    }
}
