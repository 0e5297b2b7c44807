package io.tapstack.reference.pipeline;

/** An option was chosen that a pipeline does not have, or a value that it does not accept. */
public final class InvalidOptionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    InvalidOptionException(String message) {
        super(message);
    }
}
