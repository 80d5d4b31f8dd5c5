package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.train
import static org.repframework.plugin.deeplearning4j.Fixtures.weights
import static org.repframework.plugin.deeplearning4j.RandomLayers.Initialisation.HE
import static org.repframework.plugin.deeplearning4j.RandomLayers.Initialisation.NORMAL

import java.nio.file.Path
import org.repframework.spi.Examples
import org.repframework.spi.Network
import org.repframework.spi.Refusal
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class RandomLayersSpecification extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    Network donor

    @Shared
    Examples target

    def random = new RandomLayers()

    def setupSpec() {
        donor = train([:], images(folder, 40), new TestContext(folder))
        target = images(folder, 30, 5, 4)
    }

    def 'the lowest layers are random, frozen, and not those of the donor: #initialisation'() {
        when:
        def network = build(3, initialisation)
        def drawn = weights(network)

        then:
        network.frozen() == 3
        network.classNames() == target.classNames()
        (0..<3).every { drawn[it] != weights(donor)[it] }
        describe(network) == random.describe(new RandomLayers.Settings(3, initialisation), describe(donor), describe(target))
        def third = values(drawn[2])
        Math.abs(deviation(third) / expected - 1) < 0.02
        Math.abs(third.sum() / third.length) < 4 * expected / Math.sqrt(third.length)

        where: 'conv3 reads 3 x 3 positions of 64 channels'
        initialisation || expected
        NORMAL         || 0.01
        HE             || Math.sqrt(2 / (9 * 64))
    }

    def 'the layers above the cut are those that copied layers would get'() {
        given:
        def copied = new LayerCopy().build(new LayerCopy.Settings(3, true, LayerCopy.Source.TARGET), donor, target, new TestContext(folder))

        expect:
        weights(build(3, NORMAL)).drop(3) == weights(copied).drop(3)
    }

    def 'equal replicas are equal, others differ, and both initialisations draw the same numbers'() {
        expect:
        weights(build(2, HE)) == weights(build(2, HE))
        weights(build(2, HE))[0] != weights(build(2, HE, 2))[0]
        def he = values(weights(build(2, HE))[1])
        def normal = values(weights(build(2, NORMAL))[1])
        Math.abs(he[7] / normal[7] - Math.sqrt(2 / (9 * 32)) / 0.01) < 1e-4
    }

    def 'a network of random layers alone is refused with the numbers'() {
        when:
        random.describe(new RandomLayers.Settings(8, HE), describe(donor), describe(target))

        then:
        def refused = thrown(Refusal)
        refused.subject() == 'layers'
        refused.message == "layers: 8 of a convnet that has 8 layers with weights; 0 to 7 can be random, since the last one is made for the target's classes"
    }

    private Network build(int cut, RandomLayers.Initialisation initialisation, int replica = 1) {
        random.build(new RandomLayers.Settings(cut, initialisation), donor, target, new TestContext(folder, replica))
    }

    private static double[] values(layer) {
        def buffer = layer[0]
        (0..<buffer.capacity()).collect { buffer.get(it) as double } as double[]
    }

    private static double deviation(double[] values) {
        def mean = values.sum() / values.length
        Math.sqrt(values.collect { (it - mean)**2 }.sum() / (values.length - 1))
    }
}
