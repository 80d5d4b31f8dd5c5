package org.repframework.numerics;

import static org.bytedeco.openblas.presets.openblas_nolapack.blas_get_num_threads;
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.openblas.global.openblas;

/**
 * Runs work with OpenBLAS on one thread, because the last bits of its products and decompositions differ with the
 * number of threads. The number belongs to the whole process and is put back afterwards; it is unknown before ND4J is
 * loaded, which then sets its own.
 */
final class OneThread {

    static {
        Loader.load(openblas.class);
    }

    private OneThread() {}

    static void run(Runnable work) {
        var threads = blas_get_num_threads();
        if (threads == 1) {
            work.run();
            return;
        }
        blas_set_num_threads(1);
        try {
            work.run();
        } finally {
            if (threads > 0) {
                blas_set_num_threads(threads);
            }
        }
    }
}
