package org.repframework.engine.settings;

/** A settings record that does not declare what a script can give; its author's mistake, not the user's. */
public final class WrongRecord extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    WrongRecord(String message) {
        super(message);
    }
}
