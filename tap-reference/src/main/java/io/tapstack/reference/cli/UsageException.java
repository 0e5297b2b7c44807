package io.tapstack.reference.cli;

/** What was typed makes no sense; the message says why in one line. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1;

    UsageException(String message) {
        super(message);
    }
}
