/**
 * Numerics for stages on ND4J and the OpenBLAS that it brings: joint moments of activations, and dense linear algebra
 * on {@link org.repframework.spi.Matrix} in double precision. Natives stop here; stages may depend on it, the engine
 * may not. Read {@link org.repframework.numerics.JointMomentAccumulator} first.
 */
package org.repframework.numerics;
