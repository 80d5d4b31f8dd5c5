/**
 * The plan: tasks, edges and what is to be shown. {@link org.repframework.engine.plan.PlanBuilder} makes it from a
 * script's calls, {@link org.repframework.engine.plan.Keys} gives every task its key. Nothing here runs a stage.
 */
package org.repframework.engine.plan;
