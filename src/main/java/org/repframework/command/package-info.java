/**
 * The commands, one class each, and what they share: options, the wiring of the engine, and the terminal. Messages to
 * people are written here; the engine prints nothing.
 */
package org.repframework.command;
