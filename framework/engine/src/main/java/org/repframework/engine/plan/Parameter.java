package org.repframework.engine.plan;

import org.repframework.engine.settings.SettingSpec;

/**
 * A declared parameter of a workflow.
 *
 * @param spec name, type, range or choices, and the description
 * @param defaultValue as the script has it
 * @param value the one in force
 * @param isGiven whether it comes from outside the script
 */
public record Parameter(SettingSpec spec, Object defaultValue, Object value, boolean isGiven) {

    public String name() {
        return spec.name();
    }
}
