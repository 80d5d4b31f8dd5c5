/**
 * Measures on activations that anyone brings along as files, without a workflow: reading them, naming the measures, their
 * nulls and intervals, and how the result is told. It calls the installed stages and computes no measure itself. Read
 * {@link org.repframework.compare.Comparison} first.
 */
package org.repframework.compare;
