package org.repframework.command;

/** What was asked cannot be; the message says why and what to do. */
public final class UserError extends RuntimeException {

    private static final long serialVersionUID = 1;

    public UserError(String message) {
        super(message, null, false, false);
    }
}
