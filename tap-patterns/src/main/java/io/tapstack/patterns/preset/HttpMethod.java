package io.tapstack.patterns.preset;

/** The method of an HTTP request. There is no constant for any method: a route has just the methods that it is meant for. */
public enum HttpMethod {
    /** Removes something. */
    DELETE("Delete", false),
    /** Reads something. */
    GET("Get", false),
    /** Reads the headers only. */
    HEAD("Head", false),
    /** Asks what is possible. */
    OPTIONS("Options", false),
    /** Changes a part of something. */
    PATCH("Patch", true),
    /** Sends something new. */
    POST("Post", true),
    /** Puts something in the place of another. */
    PUT("Put", true);

    private final String title;
    private final boolean body;

    HttpMethod(String title, boolean body) {
        this.title = title;
        this.body = body;
    }

    /** Its name in logical ids. */
    String title() {
        return title;
    }

    /** Whether its requests have a body. */
    boolean hasBody() {
        return body;
    }
}
