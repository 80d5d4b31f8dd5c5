/**
 * The workflow language: a thin Groovy adapter over {@link org.repframework.engine.plan.PlanBuilder}, and the only
 * package that knows Groovy. {@link org.repframework.engine.dsl.WorkflowLoader} compiles a script, on the way of which
 * {@link org.repframework.engine.dsl.Checking} checks its syntax tree, and evaluates it;
 * {@link org.repframework.engine.dsl.WorkflowScript} has the verbs.
 */
package org.repframework.engine.dsl;
