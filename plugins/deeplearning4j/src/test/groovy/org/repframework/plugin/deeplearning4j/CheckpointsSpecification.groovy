package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.sgd
import static org.repframework.plugin.deeplearning4j.Fixtures.weights

import java.nio.file.Path
import org.repframework.spi.Inputs
import spock.lang.Specification
import spock.lang.TempDir

class CheckpointsSpecification extends Specification {

    @TempDir
    Path folder

    def trainer = new SgdTrainer()

    def "the network is kept before the first step, at shares of the training, and after the last"() {
        given: 'three batches an epoch'
        def examples = images(folder, 70)
        def train = { Map changes ->
            trainer.train(sgd([network: 'mlp'] + changes), examples, Optional.empty(), new TestContext(folder))
        }

        when:
        def trained = train(epochs: 4, checkpoints: [0d, 0.25d, 0.35d, 1d])
        def kept = trained.checkpoints()

        then:
        kept.keySet().toList() == [0d, 0.25d, 0.35d, 1d]
        weights(kept[0d])[0][1].array().every { it == 0f }
        weights(kept[0.25d]) == weights(train(epochs: 1).network())
        weights(kept[0.35d]) != weights(kept[0.25d])
        weights(kept[1d]) == weights(trained.network())
        kept[0.35d].normalisation() == trained.network().normalisation()
        kept[0.35d].filters().rows() == 256
    }

    def "each is a port of its own, described beforehand"() {
        given:
        def examples = images(folder, 40)
        def settings = sgd(network: 'mlp', checkpoints: [0d, 0.35d, 1d])
        def described = trainer.describe(settings, inputs(describe(examples)), { 1L })

        when:
        def ports = trainer.run(settings, inputs(examples), new TestContext(folder))

        then:
        ports.byName().keySet().toList() == ['network', 'curve', 'at(0)', 'at(0.35)', 'at(1)']
        described.byName().keySet() == ports.byName().keySet()
        described.byName()['at(0.35)'] == described.byName().network
    }

    private static Inputs inputs(images) {
        new Inputs([new Inputs.Input('images', [:], images)])
    }
}
