/**
 * What is wrong, before anything ran: a {@link org.repframework.engine.problem.Problem} has a stable
 * {@link org.repframework.engine.problem.Code}, a place in a script and words for people. Depends on nothing, so that
 * every part can say what is wrong. To add a code: a constant, its explanation as a resource, and a specification that
 * provokes it.
 */
package org.repframework.engine.problem;
