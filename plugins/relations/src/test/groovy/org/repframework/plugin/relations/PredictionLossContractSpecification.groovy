package org.repframework.plugin.relations

import org.repframework.spi.Artifact
import org.repframework.spi.IntVector
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.MomentMetric
import org.repframework.spi.Prediction
import org.repframework.testkit.MomentMetricContract

class PredictionLossContractSpecification extends MomentMetricContract<PredictionLoss.Settings> {

    @Override
    protected MomentMetric<PredictionLoss.Settings> stage() {
        new PredictionLoss()
    }

    @Override
    protected Map<String, Artifact> named(JointMoments moments) {
        def (p, q) = [moments.unitsX(), moments.unitsY()]
        def random = new Random(1)
        def steps = [1d, 0.1d].collect {
            new Prediction.Step(it, Matrix.of(p, q, random.doubles(p * q, -1, 1).toArray()), Matrix.row([0.5d] * q as double[]),
                    IntVector.of([p] * q as int[]), 0)
        }
        [from: new Prediction(steps, standard(p, random), standard(q, random), 100)]
    }

    private static Prediction.Standard standard(int units, Random random) {
        new Prediction.Standard(Matrix.row(random.doubles(units, -1, 1).toArray()),
                Matrix.row(random.doubles(units, 0.5, 2).toArray()))
    }
}
