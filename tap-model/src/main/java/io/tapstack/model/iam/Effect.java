package io.tapstack.model.iam;

/** Whether a statement allows or denies. A denial outweighs every permission. */
public enum Effect {
    /** The actions are allowed, unless another statement denies them. */
    ALLOW("Allow"),
    /** The actions are denied, whatever other statements say. */
    DENY("Deny");

    private final String text;

    Effect(String text) {
        this.text = text;
    }

    /** The word in the policy. */
    public String text() {
        return text;
    }
}
