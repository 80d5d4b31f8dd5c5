package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Network
import org.repframework.spi.PatchRecorder
import org.repframework.testkit.PatchRecorderContract

class TopPatchesContractSpecification extends PatchRecorderContract<TopPatches.Settings> {

    @Override
    protected PatchRecorder<TopPatches.Settings> stage() {
        new TopPatches()
    }

    @Override
    protected Map<String, Object> settings() {
        [layer: 'conv1', count: 4]
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
        [[layer: 'conv2'], [layer: 'pool5', count: 2], [layer: 'fc7']]
    }
}
