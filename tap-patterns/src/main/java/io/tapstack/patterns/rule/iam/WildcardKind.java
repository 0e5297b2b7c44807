package io.tapstack.patterns.rule.iam;

/** In what a wildcard stands. */
enum WildcardKind {
    ACTION("Action"),
    PRINCIPAL("Principal"),
    RESOURCE("Resource");

    private final String word;

    WildcardKind(String word) {
        this.word = word;
    }

    /** The member of a statement that holds it. */
    String word() {
        return word;
    }
}
