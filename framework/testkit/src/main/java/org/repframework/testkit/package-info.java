/**
 * Contracts that a plugin author runs on his stages: extend the class of the role, for example
 * {@link org.repframework.testkit.MomentMetricContract}, give the stage, and JUnit runs what the framework expects of it.
 * {@link org.repframework.testkit.StageContract} holds for every role; {@link org.repframework.testkit.Degenerate} inputs
 * and {@link org.repframework.testkit.Handling} are where an author has a choice. Depends on the SPI and JUnit alone.
 */
package org.repframework.testkit;
