package io.tapstack.patterns.rule;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What texts mean a bucket of a template: its name, its ARN, and the ARNs of its objects. */
public final class BucketText {

    private static final Pattern ALL_BUCKETS = Pattern.compile("arn:(?:\\$\\{AWS::Partition}|[^:]*):s3(?::::)?");
    private static final Pattern ARN = Pattern.compile("arn:(?:\\$\\{AWS::Partition}|[^:]*):s3:::(.*)", Pattern.DOTALL);

    private final String arn;
    private final Set<String> names = new LinkedHashSet<>();

    /** The texts that mean a bucket. */
    public BucketText(TemplateContext context, Element bucket) {
        arn = "${" + bucket.name() + ".Arn}";
        names.add("${" + bucket.name() + "}");
        for (Node name : Node.property(context, bucket, "BucketName")) {
            String text = Mentions.written(name.value());
            if (!text.isEmpty() && !text.equals("${}")) {
                names.add(text);
            }
        }
    }

    /** Whether this names the bucket. */
    public boolean isName(Node node) {
        return names.contains(Mentions.written(node.value()));
    }

    /** Whether this is the ARN of the bucket. */
    public boolean isBucket(Node node) {
        String rest = behind(node);
        return "".equals(rest) || "*".equals(rest);
    }

    /** Whether this means all of its objects. */
    public boolean isObjects(Node node) {
        String rest = behind(node);
        return "/*".equals(rest) || "*".equals(rest);
    }

    /** Whether it is what the ARNs of all of its objects begin with, or those of all objects of all buckets. */
    public boolean isPrefixOfObjects(Node node) {
        return "/".equals(behind(node))
                || ALL_BUCKETS.matcher(Mentions.written(node.value())).matches();
    }

    /** What stands behind the ARN of the bucket; null if this is not about the bucket. */
    private @Nullable String behind(Node node) {
        String text = Mentions.written(node.value());
        if (text.equals("*")) {
            return text;
        }
        if (text.startsWith(arn)) {
            return text.substring(arn.length());
        }
        Matcher matcher = ARN.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String path = matcher.group(1);
        for (String name : names) {
            if (path.startsWith(name)) {
                return path.substring(name.length());
            }
        }
        return path.equals("*") ? path : null;
    }
}
