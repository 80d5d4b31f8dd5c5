package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.train
import static org.repframework.plugin.deeplearning4j.Fixtures.weights

import java.nio.file.Path
import org.repframework.spi.Description
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Network
import org.repframework.spi.Refusal
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

class LayerCopySpecification extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    Network donor

    @Shared
    Examples target

    def copy = new LayerCopy()

    def setupSpec() {
        donor = train([:], images(folder, 40), new TestContext(folder))
        target = images(folder, 30, 5, 4)
    }

    def "with cut #cut the copied layers are the donor's, the rest is fresh and sized for the target"() {
        given:
        def context = new TestContext(folder)

        when:
        def network = build(settings(cut), context)
        def copied = weights(network).take(cut)

        then:
        copied == weights(donor).take(cut)
        network.architecture().layers().last().units() == 5
        network.classNames() == target.classNames()
        network.frozen() == cut
        context.purposes == donor.architecture().weighted()*.name().drop(cut).collect { "fresh weights/$cut/$it" }*.toString()
        weights(network).drop(cut).every { layer -> layer[0].get(0) != 0 && layer[1].array().every { it == 0 } }
        describe(network) == copy.describe(settings(cut), describe(donor), describe(target))

        where:
        cut << [0, 1, 5, 7]
    }

    def "with nothing copied it is a new base: no layer is the donor's, or as a base of the same replica begins"() {
        given:
        def training = Fixtures.sgd(checkpoints: [0d])
        def base = new SgdTrainer().train(training, target, Optional.empty(), new TestContext(folder)).checkpoints()[0d]

        when:
        def fresh = build(settings(0), new TestContext(folder))

        then:
        fresh.architecture() == base.architecture()
        fresh.frozen() == 0
        [weights(fresh), weights(donor), weights(base)].transpose().every { now, donated, began ->
            now[0] != donated[0] && now[0] != began[0] && Math.abs(deviation(now[0]) / deviation(began[0]) - 1) < 0.1
        }
    }

    private static double deviation(buffer) {
        def values = buffer.array()
        Math.sqrt((double) values.collect { it * it }.sum() / values.length)
    }

    def "fresh layers of another cut or replica are other weights"() {
        expect:
        build(settings(3), new TestContext(folder)).with { weights(it).last() } ==
                build(settings(3), new TestContext(folder)).with { weights(it).last() }
        build(settings(3), new TestContext(folder)).with { weights(it).last() } !=
                build(settings(4), new TestContext(folder)).with { weights(it).last() }
        build(settings(3), new TestContext(folder)).with { weights(it).last() } !=
                build(settings(3), new TestContext(folder, 2)).with { weights(it).last() }
    }

    def "copied layers may learn"() {
        expect:
        build(new LayerCopy.Settings(3, false, LayerCopy.Source.TARGET), new TestContext(folder)).frozen() == 0
    }

    def "pixels are standardised by the target's images, or by the donor's where asked"() {
        given:
        def byTarget = build(settings(2), new TestContext(folder))
        def byDonor = build(new LayerCopy.Settings(2, true, LayerCopy.Source.DONOR), new TestContext(folder))

        expect:
        byDonor.normalisation() == donor.normalisation()
        byTarget.normalisation() != donor.normalisation()
        byTarget.normalisation() == train([network: 'mlp'], target, new TestContext(folder)).normalisation()
    }

    def "a cut beyond the last layer but one is refused with the numbers"() {
        when:
        copy.describe(settings(8), describe(donor), describe(target))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'layers'
        refusal.message.contains('layers: 8')
        refusal.message.contains('0 to 7')
    }

    def "images of another shape than the donor reads are refused"() {
        when:
        copy.describe(settings(1), describe(donor), new Description.OfExamples([5, 4], new ImageShape(8, 8, 1), ['a', 'b']))

        then:
        def refusal = thrown(Refusal)
        refusal.message.contains('8x8x1')
    }

    private static LayerCopy.Settings settings(int cut) {
        new LayerCopy.Settings(cut, true, LayerCopy.Source.TARGET)
    }

    private Network build(LayerCopy.Settings settings, TestContext context) {
        copy.build(settings, donor, target, context)
    }
}
