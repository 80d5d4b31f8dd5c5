package org.repframework.spi;

/** Where random numbers begin. */
@FunctionalInterface
public interface Seeds {

    /**
     * The seed for a purpose, for example {@code "initial weights/conv1"}: derived from the workflow's seed and the
     * call's {@code replica}, never from settings or inputs, so that equal replicas draw alike whatever else differs.
     * Never 0 (Deeplearning4j reads 0 as "no seed").
     */
    long seed(String purpose);
}
