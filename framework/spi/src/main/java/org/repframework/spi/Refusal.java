package org.repframework.spi;

import java.util.List;

/**
 * Says before anything runs that what was asked cannot be: which setting or input, why, and what was possible.
 * The framework adds the place in the script and a near name.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String subject;
    private final transient Object value;
    private final transient List<String> possible;

    private Refusal(String subject, Object value, String message, List<String> possible) {
        super(message, null, false, false);
        this.subject = subject;
        this.value = value;
        this.possible = List.copyOf(possible);
    }

    /**
     * @param subject the setting or input concerned, or an empty text for the call as a whole; what is wrong with one
     *     layer of a network is said of {@code network.conv5}
     */
    public static Refusal of(String subject, String message) {
        return new Refusal(subject, null, message, List.of());
    }

    /** A name that does not exist among those that do. */
    public static Refusal unknown(String subject, String value, String message, List<String> possible) {
        return new Refusal(subject, value, message, possible);
    }

    public String subject() {
        return subject;
    }

    /** The offending name, or null where the refusal is not about a name. */
    public Object value() {
        return value;
    }

    /** What would have been accepted; empty where that is not a list of names. */
    public List<String> possible() {
        return possible;
    }
}
