/**
 * How tasks are computed. A job travels as a directory ({@link org.repframework.engine.execution.JobDirectory}) to a
 * {@link org.repframework.engine.execution.Worker} in another JVM; {@link org.repframework.engine.execution.LocalExecutor}
 * keeps a few of them warm, and the {@link org.repframework.engine.execution.Scheduler} decides what is next. The
 * engine's own JVM never loads native code.
 */
package org.repframework.engine.execution;
