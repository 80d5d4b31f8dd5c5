package org.repframework.plugin.deeplearning4j.network

import org.repframework.plugin.deeplearning4j.model.Architectures
import org.repframework.plugin.deeplearning4j.model.LayerWeights
import org.repframework.plugin.deeplearning4j.model.LearnedLayer
import org.repframework.spi.ImageShape
import org.repframework.spi.StageFailure
import spock.lang.Specification

class MemoryEstimateSpecification extends Specification {

    def "a #name takes what is estimated, but for the patches of its lowest convolution"() {
        given:
        def architecture = Architectures.named(name, new ImageShape(32, 32, 3), 10)
        def parameters = LearnedLayer.of(architecture).collectEntries {
            [it.name(), Parameters.learning(it, LayerWeights.zeros(it), LayerWeights.zeros(it))]
        }
        def memory = new ActivationMemory()

        when:
        NetworkPass.forTraining(architecture, 0, parameters, 16, memory, { 1L })
        def patches = name == 'mlp' ? 0 : 16 * 32 * 32 * (27 + 1) * 4
        def estimate = new MemoryEstimate(architecture, 0)

        then:
        memory.bytes() - patches == 16 * estimate.perImage()
        estimate.fixed() == 12L * LearnedLayer.of(architecture).sum { it.size() + it.units() }

        cleanup:
        memory.close()
        parameters.values()*.close()

        where:
        name << ['mlp', 'convnet', 'vgg11', 'vgg11-bn']
    }

    def "a batch that does not fit is refused with the numbers and with what would"() {
        given:
        def estimate = new MemoryEstimate(Architectures.named('vgg11', new ImageShape(32, 32, 3), 10), 0)

        when:
        estimate.require(2048, 2L << 30)

        then:
        def failure = thrown(StageFailure)
        failure.message == 'not enough memory: vgg11 in batches of 2048 takes at least 3.39 GB (0.11 GB of weights, ' +
                'gradients and momentum, 3.29 GB of activations), a worker may use 2.00 GB. Take a smaller batch, at ' +
                'most 1178, or fewer workers'

        when:
        estimate.require(1, 1L << 20)

        then:
        def none = thrown(StageFailure)
        none.message.endsWith('Take fewer workers; not even one image fits')

        when:
        estimate.require(1178, 2L << 30)

        then:
        noExceptionThrown()
    }
}
