/**
 * Whether a run comes out the same again: {@link org.repframework.engine.reproduction.Comparison} says of two artifacts
 * how alike they are.
 */
package org.repframework.engine.reproduction;
