/**
 * Runs: {@link org.repframework.engine.run.RunListener} hears what happens while one goes on,
 * {@link org.repframework.engine.run.CompletedRun} is what a report is made of, and the provenance records it.
 */
package org.repframework.engine.run;
