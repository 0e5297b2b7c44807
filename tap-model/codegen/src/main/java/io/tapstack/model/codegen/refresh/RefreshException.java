package io.tapstack.model.codegen.refresh;

/** Thrown when the facts can't be refreshed; the message says what to do about it. */
final class RefreshException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefreshException(String message) {
        super(message);
    }

    RefreshException(String message, Throwable cause) {
        super(message, cause);
    }
}
