package org.repframework.spi;

/** A task cannot be done for a reason that the user can act on; the message is all that he is shown. */
public final class StageFailure extends Exception {

    private static final long serialVersionUID = 1;

    public StageFailure(String message) {
        super(message);
    }

    public StageFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
