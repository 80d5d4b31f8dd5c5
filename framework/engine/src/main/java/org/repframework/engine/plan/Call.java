package org.repframework.engine.plan;

import java.util.List;
import java.util.Map;

/**
 * A verb as a script called it.
 *
 * @param arguments positional, without the stage's name
 * @param named in the script's order
 */
public record Call(String stage, List<Object> arguments, Map<String, Object> named, Site site) {}
