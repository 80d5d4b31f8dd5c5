package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Evaluator
import org.repframework.spi.Network
import org.repframework.testkit.EvaluatorContract

class AccuracyEvaluatorContractSpecification extends EvaluatorContract<AccuracyEvaluator.Settings> {

    @Override
    protected Evaluator<AccuracyEvaluator.Settings> stage() {
        new AccuracyEvaluator()
    }

    @Override
    protected Network network() {
        trained(new SgdTrainer(), [network: 'mlp', epochs: 1, batch: 16])
    }

    @Override
    protected Optional<Network> divergedNetwork() {
        Optional.of(Fixtures.diverged(network(), folder()))
    }
}
