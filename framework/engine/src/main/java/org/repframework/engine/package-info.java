/**
 * The engine: {@link org.repframework.engine.Engine} runs a plan. From there read the plan
 * ({@link org.repframework.engine.plan.Plan}), the store ({@link org.repframework.engine.store.Store}) and the scheduler
 * in the execution package; {@link org.repframework.engine.EngineModule} wires them.
 */
package org.repframework.engine;
