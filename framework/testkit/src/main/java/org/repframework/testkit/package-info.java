/**
 * Contracts that a plugin author runs on his stages: extend the class of the role and give the stage, and JUnit runs
 * what the framework expects of it. {@link org.repframework.testkit.StageContract} holds for every role. Depends on the
 * SPI and JUnit alone. Begin with {@link org.repframework.testkit.MomentMetricContract}.
 */
package org.repframework.testkit;
