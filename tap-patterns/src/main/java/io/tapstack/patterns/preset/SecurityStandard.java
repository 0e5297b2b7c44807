package io.tapstack.patterns.preset;

import io.tapstack.model.value.PseudoParameter;
import io.tapstack.model.value.Sub;
import io.tapstack.model.value.Value;
import org.immutables.value.Value.Check;
import org.immutables.value.Value.Immutable;
import org.immutables.value.Value.Parameter;

/**
 * A standard whose controls Security Hub judges; the constants are examples, {@link #of} makes any other.
 *
 * @see <a href="https://docs.aws.amazon.com/securityhub/latest/userguide/standards-reference.html">Standards</a>
 */
@Immutable(builder = false)
public abstract class SecurityStandard {

    /** AWS Foundational Security Best Practices. */
    public static final SecurityStandard FOUNDATIONAL =
            of("FoundationalStandard", "aws-foundational-security-best-practices/v/1.0.0");

    /** PCI DSS 4.0.1. */
    public static final SecurityStandard PCI_DSS = of("PciDssStandard", "pci-dss/v/4.0.1");

    /** NIST SP 800-53 revision 5. */
    public static final SecurityStandard NIST_800_53 = of("NistStandard", "nist-800-53/v/5.0.0");

    SecurityStandard() {}

    /**
     * A standard.
     *
     * @param idEnd the end of the logical id of its resource
     * @param path the end of its ARN: name, {@code /v/} and version
     */
    public static SecurityStandard of(String idEnd, String path) {
        return ImmutableSecurityStandard.of(idEnd, path);
    }

    /** The end of the logical id of its resource: letters and digits. */
    @Parameter
    public abstract String idEnd();

    /** The end of its ARN, such as {@code pci-dss/v/4.0.1}. */
    @Parameter
    public abstract String path();

    @Check
    void check() {
        if (!idEnd().matches("[A-Za-z0-9]+")) {
            throw new IllegalArgumentException("idEnd: " + idEnd() + " is not of letters and digits only");
        }
        if (!path().matches("[a-z0-9-]+/v/[0-9.]+")) {
            throw new IllegalArgumentException("path: " + path() + " is no name, /v/ and version");
        }
    }

    /** Its ARN in the stack's partition and region; it belongs to no account. */
    public final Sub arn() {
        return Sub.concat(
                Value.of("arn:"),
                PseudoParameter.PARTITION,
                Value.of(":securityhub:"),
                PseudoParameter.REGION,
                Value.of("::standards/" + path()));
    }
}
