package io.tapstack.model.facts;

/** A condition key. */
public final class IamConditionKey {

    private final String name;
    private final String type;

    IamConditionKey(String name, String type) {
        this.name = name;
        this.type = type;
    }

    /** The key with its prefix; it may hold a placeholder, as in {@code aws:ResourceTag/${TagKey}}. */
    public String name() {
        return name;
    }

    /** IAM's type: {@code String}, {@code ARN}, {@code Bool}, {@code Numeric}, {@code Date}, {@code ArrayOfString}, … */
    public String type() {
        return type;
    }

    @Override
    public String toString() {
        return name;
    }
}
