package io.tapstack.model.value;

import java.util.List;

/**
 * The parameters that CloudFormation sets by itself, and the value that takes a property away.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/pseudo-parameter-reference.html">Pseudo parameters</a>
 */
public final class PseudoParameter {

    /** The account in which the stack is created. */
    public static final Ref<String> ACCOUNT_ID = new Ref<>("AWS::AccountId");
    /** The topics that are told of the stack's events. */
    public static final Ref<List<String>> NOTIFICATION_ARNS = new Ref<>("AWS::NotificationARNs");
    /** {@code aws}, {@code aws-cn}, {@code aws-us-gov}, … */
    public static final Ref<String> PARTITION = new Ref<>("AWS::Partition");
    /** The region in which the stack is created. */
    public static final Ref<String> REGION = new Ref<>("AWS::Region");
    /** The ARN of the stack. */
    public static final Ref<String> STACK_ID = new Ref<>("AWS::StackId");
    /** The name of the stack. */
    public static final Ref<String> STACK_NAME = new Ref<>("AWS::StackName");
    /** {@code amazonaws.com}, {@code amazonaws.com.cn}, … */
    public static final Ref<String> URL_SUFFIX = new Ref<>("AWS::URLSuffix");

    private static final Ref<?> NO_VALUE = new Ref<>("AWS::NoValue");

    private static final List<String> NAMES = List.of(
            "AWS::AccountId",
            "AWS::NoValue",
            "AWS::NotificationARNs",
            "AWS::Partition",
            "AWS::Region",
            "AWS::StackId",
            "AWS::StackName",
            "AWS::URLSuffix");

    private PseudoParameter() {}

    /** Takes the property away, of whatever type it is; for use in a branch of {@link If}. */
    @SuppressWarnings("unchecked")
    public static <T> Ref<T> noValue() {
        return (Ref<T>) NO_VALUE;
    }

    /** All names, sorted. */
    public static List<String> names() {
        return NAMES;
    }

    /** Whether a name is that of a pseudo parameter. */
    public static boolean isOne(String name) {
        return name.startsWith("AWS::") && NAMES.contains(name);
    }
}
