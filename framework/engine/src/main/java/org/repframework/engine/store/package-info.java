/**
 * What is known: artifacts by the hash of their bytes, task records by key. {@link org.repframework.engine.store.Store}
 * is the way in; everything is written to a temporary name, forced to disk and renamed, and a task's record comes last.
 * Knows nothing of plans and workers.
 */
package org.repframework.engine.store;
