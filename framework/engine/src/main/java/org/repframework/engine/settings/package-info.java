/**
 * Settings records: {@link org.repframework.engine.settings.SettingsType} reads what a record declares, binds what a
 * script gives and writes it down again for keys and task files. Knows nothing of plans and stores.
 */
package org.repframework.engine.settings;
