package io.tapstack.reference.requirement;

import java.util.List;

/** Looks at trails of CloudTrail. */
final class Trails {

    private static final String TRAIL = "AWS::CloudTrail::Trail";

    private Trails() {}

    /** A trail logs, with validation, and records what happens to the objects of every bucket. */
    static void recordAllBuckets(Stack stack, Trouble trouble) {
        trouble.expectSome(stack, TRAIL);
        for (Part trail : stack.parts(TRAIL)) {
            trouble.expect(trail, "IsLogging", "true");
            trouble.expect(trail, "EnableLogFileValidation", "true");
        }
        for (Part bucket : stack.parts("AWS::S3::Bucket")) {
            trouble.expect(
                    stack.parts(TRAIL).stream().anyMatch(trail -> records(trail, bucket)),
                    "no trail records what happens to objects of " + bucket);
        }
    }

    private static boolean records(Part trail, Part bucket) {
        for (Part selector : trail.objects("EventSelectors")) {
            for (Part data : selector.objects("DataResources")) {
                boolean all = selector.is("ReadWriteType", "All") && data.is("Type", "AWS::S3::Object");
                if (all && named(data, bucket)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether the ARN of all objects of a bucket, by reference or by the name of the bucket, is among the values. */
    private static boolean named(Part data, Part bucket) {
        String name = bucket.text("BucketName");
        List<String> texts = data.texts("Values");
        return data.targets("Values").contains(bucket.id())
                || texts.stream().anyMatch(text -> !name.isEmpty() && text.endsWith(name + "/"))
                || data.all().contains(bucket.id());
    }
}
