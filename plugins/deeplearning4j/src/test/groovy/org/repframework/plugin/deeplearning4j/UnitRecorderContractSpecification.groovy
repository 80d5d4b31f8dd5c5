package org.repframework.plugin.deeplearning4j

import org.repframework.spi.ActivationRecorder
import org.repframework.spi.Network
import org.repframework.testkit.ActivationRecorderContract

class UnitRecorderContractSpecification extends ActivationRecorderContract<UnitRecorder.Settings> {

    @Override
    protected ActivationRecorder<UnitRecorder.Settings> stage() {
        new UnitRecorder()
    }

    @Override
    protected Map<String, Object> settings() {
        [layer: 'conv1']
    }

    @Override
    protected Network network() {
        trained(new SgdTrainer(), [network: 'convnet', epochs: 1, batch: 16])
    }

    @Override
    protected Optional<Network> divergedNetwork() {
        Optional.of(Fixtures.diverged(network(), folder()))
    }

    @Override
    protected List<Map<String, Object>> otherReadings() {
        [[layer: 'conv2'], [reading: 'max'], [layer: 'conv3', reading: 'flatten'], [layer: 'fc8']]
    }

    @Override
    protected List<Map<String, Object>> frequencyReadings() {
        [[reading: 'dft'], [layer: 'fc8', reading: 'dft']]
    }
}
