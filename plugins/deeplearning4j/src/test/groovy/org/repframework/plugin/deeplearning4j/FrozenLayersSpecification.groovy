package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.describe
import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.initial
import static org.repframework.plugin.deeplearning4j.Fixtures.sgd
import static org.repframework.plugin.deeplearning4j.Fixtures.transfer

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Network
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

/** Frozen layers are computed once: what comes of it is the same as by the plain way, bit for bit. */
class FrozenLayersSpecification extends Specification {

    @TempDir
    Path folder

    def trainer = new SgdTrainer()

    def "#network with #cut frozen layers and batches of #batch is trained to the same bytes by both ways"() {
        given: 'the last batch of an epoch is a smaller one'
        def examples = images(folder, 50, 3, 1, new ImageShape(16, 8, 3))
        def donor = Fixtures.train([network: network], examples, new TestContext(folder))
        def before = transfer(cut, true, donor, examples, new TestContext(folder))
        def once = new TestContext(folder)
        def always = new TestContext(folder)

        expect:
        train(before, examples, once, epochs: 3, batch: batch) ==
                train(before, examples, always, epochs: 3, batch: batch, cutCache: 0)
        once.notes.first() == "computing $cut frozen layers once"
        always.notes.first() == "$cut frozen layers are computed in every epoch: the activations of 50 images at the" +
                " cut take $size MB, cutCache is 0 MB"

        where:
        network   | cut | batch || size
        'convnet' | 1   | 20    || '0.2'
        'convnet' | 2   | 7     || '0.1'
        'convnet' | 4   | 32    || '0.1'
        'convnet' | 5   | 20    || '0.0'
        'convnet' | 6   | 20    || '0.0'
        'convnet' | 7   | 9     || '0.0'
        'lenet'   | 3   | 33    || '0.0'
        'mlp'     | 1   | 20    || '0.0'
        'mlp'     | 2   | 1     || '0.0'
    }

    def "so is a network with #kind"() {
        given:
        def examples = images(folder, 50, 3, 1, LayersSpecification.SHAPE)
        def donor = train(initial(folder, LayersSpecification.KINDS[kind], examples), examples)
        def before = transfer(1, true, donor, examples, new TestContext(folder))
        def context = new TestContext(folder)

        expect:
        train(before, examples, context, epochs: 3, batch: 20) ==
                train(before, examples, new TestContext(folder), epochs: 3, batch: 20, cutCache: 0)

        and: 'nothing drops out below the cut'
        !context.purposes.contains('dropout/drop1')

        where:
        kind << LayersSpecification.KINDS.keySet()
    }

    private Network train(Network from, Examples examples) {
        trainer.train(sgd(batch: 20), examples, Optional.of(from), new TestContext(folder)).network()
    }

    private String train(Map changes, Network from, Examples examples, TestContext context) {
        def model = trainer.train(sgd(changes), examples, Optional.of(from), context).network().model()
        Files.readAllBytes(model).md5()
    }

    def "a training that goes on computes the frozen layers again and ends with the same bytes"() {
        given:
        def examples = images(folder, 70)
        def donor = Fixtures.train([:], examples, new TestContext(folder))
        def before = transfer(3, true, donor, examples, new TestContext(folder))
        def interrupted = new TestContext(folder)
        interrupted.checksBeforeInterruption = 3 + 7

        when:
        train(before, examples, interrupted, epochs: 4)

        then:
        thrown(InterruptedException)

        when:
        interrupted.checksBeforeInterruption = Integer.MAX_VALUE
        interrupted.notes.clear()

        then:
        train(before, examples, interrupted, epochs: 4) == train(before, examples, new TestContext(folder), epochs: 4)
        interrupted.notes.first() == 'computing 3 frozen layers once'
        interrupted.notes.size() == 1 + 2
    }

    def "augmented images have no activations to keep"() {
        given:
        def examples = images(folder, 30)
        def donor = Fixtures.train([:], examples, new TestContext(folder))
        def before = transfer(3, true, donor, examples, new TestContext(folder))
        def context = new TestContext(folder)

        when:
        train(before, examples, context, mirror: true)

        then:
        context.notes.first() == '3 frozen layers are computed in every epoch: the images are augmented'
    }

    def "where the cut cache is demanded, #what is refused with the numbers"() {
        given:
        def examples = images(folder, 30)
        def donor = Fixtures.train([:], examples, new TestContext(folder))
        def from = layers < 0 ? Optional.empty() :
                Optional.of(describe(transfer(layers, true, donor, examples, new TestContext(folder))))

        when:
        trainer.describe(sgd(changes + [demandCutCache: true]), describe(examples), from)

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'demandCutCache'
        refusal.message == message

        where:
        what                   | layers | changes                 || message
        'a mirrored image'     | 3      | [mirror: true]          || 'demandCutCache goes with neither mirror nor crop (mirror: true, crop: 0): an augmented image has other activations in every epoch'
        'a cropped image'      | 3      | [crop: 4]               || 'demandCutCache goes with neither mirror nor crop (mirror: false, crop: 4): an augmented image has other activations in every epoch'
        'too little room'      | 1      | [cutCache: 0]           || 'the activations of 30 images at the cut take 0.1 MB, cutCache is 0 MB'
        'nothing frozen'       | 0      | [:]                     || 'no layer of the network is frozen: there is no cut'
        'fresh weights'        | -1     | [network: 'convnet']    || 'fresh weights have no frozen layers: there is no cut'
    }
}
