/**
 * What a plugin author compiles against: stages and their roles, the artifacts that travel between them, settings and
 * descriptions. JDK only. Read {@link org.repframework.spi.Plugin} first, then {@link org.repframework.spi.Stage}, then
 * the role you implement, for example {@link org.repframework.spi.MomentMetric}.
 */
package org.repframework.spi;
