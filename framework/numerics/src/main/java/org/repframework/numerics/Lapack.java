package org.repframework.numerics;

import java.util.function.IntSupplier;
import org.repframework.spi.Matrix;

/** Calls LAPACK and minds what its routines say of their outcome. */
final class Lapack {

    private Lapack() {}

    /**
     * @param call a LAPACKE routine, which returns 0: done; negative: this argument is not acceptable, NaN among them;
     *     positive: no convergence
     */
    static void run(String routine, Matrix matrix, IntSupplier call) {
        OneThread.run(() -> {
            var info = call.getAsInt();
            if (info != 0) {
                throw new ArithmeticException("LAPACK's " + routine + " found no solution for a " + matrix + ": "
                        + (info < 0 ? "argument " + -info + " is NaN or not acceptable" : "no convergence"));
            }
        });
    }
}
