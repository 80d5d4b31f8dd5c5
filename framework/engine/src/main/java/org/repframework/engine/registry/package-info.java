/**
 * Which stages are installed. {@link org.repframework.engine.registry.PluginLoader} loads plugin directories, each in a
 * class loader of its own; {@link org.repframework.engine.registry.Registry} finds stages by role and name. The only
 * place that uses {@link java.util.ServiceLoader}.
 */
package org.repframework.engine.registry;
