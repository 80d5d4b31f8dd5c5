package org.repframework.engine.dsl;

import org.repframework.engine.problem.Place;
import org.repframework.engine.problem.Problem;

/**
 * Something that keeps Groovy from compiling a script.
 *
 * @param name what it is about: a class that does not exist, a variable that is declared or an argument that is given
 *     twice; otherwise empty
 * @param extent of the whole expression
 */
record SyntaxError(Problem problem, String name, Place extent) {}
