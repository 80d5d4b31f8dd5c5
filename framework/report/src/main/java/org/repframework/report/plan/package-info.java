/**
 * A plan as a picture: {@link org.repframework.report.plan.PlanGraph} gathers equal tasks of a large plan into one node,
 * {@link org.repframework.report.plan.LayeredLayout} places the nodes, {@link org.repframework.report.plan.PlanPicture}
 * draws them.
 */
package org.repframework.report.plan;
