/**
 * The workflow language: a thin Groovy adapter over {@link org.repframework.engine.plan.PlanBuilder}, and the only
 * package that knows Groovy. {@link org.repframework.engine.dsl.WorkflowLoader} compiles and evaluates a script,
 * {@link org.repframework.engine.dsl.WorkflowScript} has the verbs.
 */
package org.repframework.engine.dsl;
