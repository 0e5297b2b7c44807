package io.tapstack.model.validation.structure;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The named formats of the facts: how their texts look, and what in a template yields them.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html">ARNs</a>
 */
final class Formats {

    private static final String ARN = "arn:aws[a-z-]*:";
    private static final Map<String, Format> BY_NAME = new HashMap<>();

    static {
        add(
                "AWS::EC2::SecurityGroup.Id",
                "sg-([0-9a-f]{8}|[0-9a-f]{17})",
                "AWS::EC2::SecurityGroup",
                "Ref",
                "Id",
                "GroupId");
        add("AWS::EC2::SecurityGroup.Name", "(?s).{1,255}", "AWS::EC2::SecurityGroup", "Ref", "GroupName");
        add("AWS::EC2::VPC.Id", "vpc-([0-9a-f]{8}|[0-9a-f]{17})", "AWS::EC2::VPC", "Ref", "VpcId");
        add("AWS::EC2::Subnet.Id", "subnet-([0-9a-f]{8}|[0-9a-f]{17})", "AWS::EC2::Subnet", "Ref", "SubnetId");
        add("AWS::EC2::Image.Id", "ami-([0-9a-z]{8}|[0-9a-z]{17})", "", "");
        add("AWS::IAM::Role.Arn", ARN + "iam::[0-9]{12}:role/.+", "AWS::IAM::Role", "Arn");
        add("AWS::KMS::Key.Arn", ARN + "kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/.+", "", "");
        add("AWS::KMS::Key.Id", "(?i)([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|mrk-[0-9a-f]{32})", "", "");
        add("AWS::KMS::Alias.AliasName", "alias/[a-zA-Z0-9:/_-]+", "", "");
        add("AWS::SNS::Topic.Arn", ARN + "sns:[a-z0-9-]+:[0-9]{12}:.+", "AWS::SNS::Topic", "Ref", "TopicArn");
        add("AWS::Lambda::Function.Arn", ARN + "lambda:[a-z0-9-]+:[0-9]{12}:function:.+", "", "");
        add("AWS::ACM::Certificate.Arn", ARN + "acm:[a-z0-9-]+:[0-9]{12}:certificate/.+", "", "");
        add("AWS::S3::Bucket.Name", "[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]", "AWS::S3::Bucket", "Ref");
        add("AWS::Logs::LogGroup.Name", "[.\\-_/#A-Za-z0-9]{1,512}", "AWS::Logs::LogGroup", "Ref");
        add("ipv4-network", "((25[0-5]|2[0-4][0-9]|1?[0-9]{1,2})(\\.|(?=/))){4}/(3[0-2]|[12]?[0-9])", "", "");
        add("ipv6-network", "[0-9a-fA-F:.]*:[0-9a-fA-F:.]*/(12[0-8]|1[01][0-9]|[1-9]?[0-9])", "", "");
    }

    private Formats() {}

    private static void add(String name, String pattern, String type, String... yields) {
        BY_NAME.put(name, new Format(pattern, type, Set.of(yields)));
    }

    /** Whether a text has one of some formats; true as well if one of them is not known here. */
    static boolean fit(List<String> names, String text) {
        for (String name : names) {
            Format format = BY_NAME.get(name);
            if (format == null || format.pattern().matcher(text).matches()) {
                return true;
            }
        }
        return names.isEmpty();
    }

    /** The format of that name; null if nothing is known of it. */
    static @Nullable Format find(String name) {
        return BY_NAME.get(name);
    }

    /** A name as people say it: {@code AWS::EC2::VPC.Id} is {@code the Id of an AWS::EC2::VPC}. */
    static String describe(String name) {
        int dot = name.lastIndexOf('.');
        if (dot > 0) {
            return "the " + name.substring(dot + 1) + " of an " + name.substring(0, dot);
        }
        return name.equals("ipv4-network") ? "an IPv4 network" : name.equals("ipv6-network") ? "an IPv6 network" : name;
    }

    /** One format: the whole text must match the pattern, made when first asked for. */
    static final class Format {

        private final String expression;
        private final String type;
        private final Set<String> yields;
        private volatile @Nullable Pattern compiled;

        Format(String expression, String type, Set<String> yields) {
            this.expression = expression;
            this.type = type;
            this.yields = yields;
        }

        Pattern pattern() {
            Pattern known = compiled;
            if (known == null) {
                known = Pattern.compile(expression);
                compiled = known;
            }
            return known;
        }

        /** The only resource type that yields it; empty if there are several. */
        String type() {
            return type;
        }

        /** Whether {@code Ref} (as {@code "Ref"}) or an attribute of a resource of the {@link #type()} yields it. */
        boolean isYieldedBy(String attribute) {
            return yields.contains(attribute);
        }
    }
}
