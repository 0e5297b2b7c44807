package io.tapstack.model.facts;

/** What an action does, in IAM's own classes. */
public enum IamAccessLevel {

    /** Lists resources. */
    LIST("List"),
    /** Reads content. */
    READ("Read"),
    /** Creates, changes or deletes. */
    WRITE("Write"),
    /** Changes tags. */
    TAGGING("Tagging"),
    /** Grants or changes permissions. */
    PERMISSIONS_MANAGEMENT("PermissionsManagement");

    private final String text;

    IamAccessLevel(String text) {
        this.text = text;
    }

    static IamAccessLevel of(String text) {
        for (IamAccessLevel level : values()) {
            if (level.text.equals(text)) {
                return level;
            }
        }
        throw new IllegalArgumentException("'" + text + "' is not an access level");
    }

    @Override
    public String toString() {
        return text;
    }
}
