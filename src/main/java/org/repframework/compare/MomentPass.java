package org.repframework.compare;

import java.io.IOException;
import org.repframework.numerics.MatrixProduct;
import org.repframework.spi.ActivationMatrix;
import org.repframework.spi.JointMoments;
import org.repframework.spi.LengthMoments;
import org.repframework.spi.Matrix;

/** TEMPORARY until the accumulator takes plain rows. */
final class MomentPass {

    private MomentPass() {}

    static JointMoments of(ActivationMatrix x, ActivationMatrix y, int threads) throws IOException {
        var block = 4096;
        JointMoments all = null;
        for (var first = 0L; first < x.samples(); first += block) {
            var count = (int) Math.min(block, x.samples() - first);
            var one = of(x.rows(first, count), y.rows(first, count));
            all = all == null ? one : all.merged(one);
        }
        return all;
    }

    private static JointMoments of(Matrix x, Matrix y) {
        var n = x.rows();
        var meanX = mean(x);
        var meanY = mean(y);
        var xc = centred(x, meanX);
        var yc = centred(y, meanY);
        var xt = xc.transposed();
        var yt = yc.transposed();
        var lx = new double[n];
        var ly = new double[n];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < x.columns(); j++) {
                lx[i] += xc.at(i, j) * xc.at(i, j);
            }
            for (var j = 0; j < y.columns(); j++) {
                ly[i] += yc.at(i, j) * yc.at(i, j);
            }
        }
        var lxm = Matrix.row(lx);
        var lym = Matrix.row(ly);
        return new JointMoments(
                n,
                meanX,
                meanY,
                MatrixProduct.of(xt, xc),
                MatrixProduct.of(yt, yc),
                MatrixProduct.of(xt, yc),
                largest(x),
                largest(y),
                new LengthMoments(
                        MatrixProduct.ofTransposed(lxm, lxm).at(0, 0),
                        MatrixProduct.ofTransposed(lym, lym).at(0, 0),
                        MatrixProduct.ofTransposed(lxm, lym).at(0, 0),
                        MatrixProduct.of(lxm, xc),
                        MatrixProduct.of(lxm, yc),
                        MatrixProduct.of(lym, xc),
                        MatrixProduct.of(lym, yc)));
    }

    private static Matrix mean(Matrix x) {
        var mean = new double[x.columns()];
        for (var i = 0; i < x.rows(); i++) {
            for (var j = 0; j < mean.length; j++) {
                mean[j] += x.at(i, j) / x.rows();
            }
        }
        return Matrix.row(mean);
    }

    private static Matrix largest(Matrix x) {
        var largest = new double[x.columns()];
        for (var i = 0; i < x.rows(); i++) {
            for (var j = 0; j < largest.length; j++) {
                largest[j] = Math.max(largest[j], Math.abs(x.at(i, j)));
            }
        }
        return Matrix.row(largest);
    }

    private static Matrix centred(Matrix x, Matrix mean) {
        var values = x.toArray();
        for (var i = 0; i < values.length; i++) {
            values[i] -= mean.at(0, i % x.columns());
        }
        return Matrix.of(x.rows(), x.columns(), values);
    }
}
