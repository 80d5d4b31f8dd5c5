/**
 * What a run would do, before it does it: {@link org.repframework.engine.forecast.Forecast} says of every task whether it
 * runs, why, and what it will probably cost. Reasons come from comparing what a key is made of with that of the stored
 * task that resembles it most ({@link org.repframework.engine.forecast.Resemblance}).
 */
package org.repframework.engine.forecast;
