package io.tapstack.model.template;

import io.tapstack.model.value.LogicalId;
import io.tapstack.model.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value.Immutable;

/**
 * What CloudFormation lets one say of any resource beside its properties.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-product-attribute-reference.html">Resource
 *     attributes</a>
 */
@Immutable
public abstract class ResourceOptions {

    ResourceOptions() {}

    /** Nothing beside the properties. */
    public static ResourceOptions none() {
        return None.OPTIONS;
    }

    /** A builder with nothing in it. */
    public static Builder builder() {
        return new Builder();
    }

    /** A builder that starts with these options. */
    public final Builder toBuilder() {
        return new Builder().from(this);
    }

    /** What must exist before this resource is created, beyond what its properties refer to. */
    public abstract List<LogicalId> dependsOn();

    /** The condition on which it exists. */
    public abstract Optional<LogicalId> condition();

    /** What becomes of it when it leaves the stack. A function here needs {@code AWS::LanguageExtensions}. */
    public abstract Optional<Value<String>> deletionPolicy();

    /** What becomes of the old one when it is replaced. A function here needs {@code AWS::LanguageExtensions}. */
    public abstract Optional<Value<String>> updateReplacePolicy();

    /** What CloudFormation waits for before it calls the resource created. */
    public abstract Optional<Value<?>> creationPolicy();

    /** How it is updated. */
    public abstract Optional<Value<?>> updatePolicy();

    /** Data about it, for other tools. */
    public abstract Map<String, Value<?>> metadata();

    /** Attributes that this library does not know, kept as they stand. */
    public abstract Map<String, Value<?>> others();

    /** Made when first asked for: a class must not need its own subclass to be initialized. */
    private static final class None {
        static final ResourceOptions OPTIONS = builder().build();
    }

    /** Collects options. Not thread-safe; what it builds is. */
    public static final class Builder extends ImmutableResourceOptions.Builder {

        Builder() {}

        /** Adds a resource that must exist first. */
        public Builder dependsOn(Resource... resources) {
            for (Resource resource : resources) {
                addDependsOn(resource.logicalId());
            }
            return this;
        }

        /** Sets the condition on which the resource exists. */
        public Builder condition(Condition condition) {
            return condition(condition.logicalId());
        }

        /** Sets what becomes of it when it leaves the stack. */
        public Builder deletionPolicy(DeletionPolicy policy) {
            return deletionPolicy(policy.toValue());
        }

        /** Sets what becomes of the old one when it is replaced. */
        public Builder updateReplacePolicy(DeletionPolicy policy) {
            return updateReplacePolicy(policy.toValue());
        }
    }
}
