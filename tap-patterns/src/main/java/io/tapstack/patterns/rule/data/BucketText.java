package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Mentions;
import io.tapstack.patterns.rule.Node;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What texts mean a bucket: its name, its ARN, and the ARNs of its objects. */
final class BucketText {

    private static final Pattern ARN = Pattern.compile("arn:(?:\\$\\{AWS::Partition}|[^:]*):s3:::(.*)", Pattern.DOTALL);

    private final String reference;
    private final String arn;
    private final Set<String> names = new LinkedHashSet<>();

    BucketText(TemplateContext context, Element bucket) {
        reference = "${" + bucket.name() + "}";
        arn = "${" + bucket.name() + ".Arn}";
        names.add(reference);
        for (Node name : Node.property(context, bucket, "BucketName")) {
            String text = Mentions.written(name.value());
            if (!text.isEmpty() && !text.equals("${}")) {
                names.add(text);
            }
        }
    }

    /** Whether this names the bucket. */
    boolean isName(Node node) {
        return names.contains(Mentions.written(node.value()));
    }

    /** Whether this is the ARN of the bucket. */
    boolean isBucket(Node node) {
        String rest = behind(node);
        return rest.isEmpty() || rest.equals("*");
    }

    /** Whether this means all of its objects. */
    boolean isObjects(Node node) {
        String rest = behind(node);
        return rest.equals("/*") || rest.equals("*");
    }

    /** What stands behind the ARN of the bucket; a slash alone if this is not about the bucket. */
    private String behind(Node node) {
        String text = Mentions.written(node.value());
        if (text.equals("*")) {
            return text;
        }
        if (text.startsWith(arn)) {
            return text.substring(arn.length());
        }
        Matcher matcher = ARN.matcher(text);
        if (!matcher.matches()) {
            return "/";
        }
        String path = matcher.group(1);
        for (String name : names) {
            if (path.startsWith(name)) {
                return path.substring(name.length());
            }
        }
        return path.equals("*") ? path : "/";
    }
}
