package io.tapstack.patterns.rule.data;

import io.tapstack.model.validation.Element;
import io.tapstack.model.validation.FindingSink;
import io.tapstack.model.validation.TemplateContext;
import io.tapstack.patterns.rule.Node;
import io.tapstack.patterns.rule.ResourceRule;
import java.util.List;
import java.util.Set;

/**
 * A bucket does not block public access in all four ways.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/access-control-block-public-access.html">Blocking public access</a>
 */
public final class PublicBucket extends ResourceRule {

    private static final List<String> BLOCKS =
            List.of("BlockPublicAcls", "BlockPublicPolicy", "IgnorePublicAcls", "RestrictPublicBuckets");

    @Override
    public String title() {
        return "Buckets block public access";
    }

    @Override
    public Set<String> resourceTypes() {
        return Set.of("AWS::S3::Bucket");
    }

    @Override
    protected void check(TemplateContext context, Element element, FindingSink sink) {
        for (String block : BLOCKS) {
            for (Node flag : Node.at(context, element, "PublicAccessBlockConfiguration", block)) {
                if (flag.isUnknown()) {
                    sink.unjudged(flag.place(), "Whether public access is blocked is not known from the template.");
                } else if (!flag.is("true")) {
                    sink.report(
                            flag.place(),
                            "The bucket " + element.name() + " has no " + block + '.',
                            "Set all four flags of PublicAccessBlockConfiguration to true.");
                }
            }
        }
    }
}
