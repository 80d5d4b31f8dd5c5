package org.repframework.plugin.deeplearning4j

import static org.repframework.plugin.deeplearning4j.Fixtures.images
import static org.repframework.plugin.deeplearning4j.Fixtures.sgd
import static org.repframework.plugin.deeplearning4j.Fixtures.transfer
import static org.repframework.plugin.deeplearning4j.Fixtures.weights
import static org.repframework.spi.Layer.Activation.IDENTITY
import static org.repframework.spi.Layer.Activation.RELU

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.plugin.deeplearning4j.model.Coefficients
import org.repframework.plugin.deeplearning4j.model.ModelFile
import org.repframework.plugin.deeplearning4j.model.LearnedLayer
import org.repframework.spi.Blueprint
import org.repframework.spi.Description
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Network
import org.repframework.spi.Layer
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Specification
import spock.lang.TempDir

class SgdTrainerSpecification extends Specification {

    @TempDir
    Path folder

    def trainer = new SgdTrainer()

    def "a #network learns to tell planted classes apart, and its curve shows it"() {
        given:
        def context = new TestContext(folder)

        when:
        def trained = trainer.train(
                sgd(network: network, epochs: 8, batch: 20, learningRate: 0.03), images(folder, 210), Optional.empty(), context)
        def curve = trained.curve()
        def scores = new AccuracyEvaluator().evaluate(
                new AccuracyEvaluator.Settings(), trained.network(), images(folder, 150, 3, 2), new TestContext(folder))

        then:
        scores.values().keySet().toList() == ['accuracy', 'loss']
        scores.values().accuracy > 0.9
        curve.axis() == 'epoch'
        curve.at() == (1..8).collect { it as double }
        curve.series()*.name() == ['loss', 'accuracy', 'learning rate']
        curve.series()[0].values().first() > 2 * curve.series()[0].values().last()
        curve.series()[1].values().last() > 0.9
        curve.series()[2].values().every { it == 0.03d }
        context.notes.size() == 8
        context.notes.last() ==~ /epoch 8, loss \d\.\d\d, accuracy [01]\.\d\d, learning rate 0\.030/
        context.progress.last() == [8 * 210, 8 * 210, 'images']
        context.progress*.first() == context.progress*.first().toSorted().unique()

        where:
        network << ['convnet', 'lenet', 'mlp']
    }

    def "one step goes down the gradient that plain Deeplearning4j computes for a #network"() {
        given: 'as many images as a batch holds, no momentum'
        def examples = images(folder, 24)
        def donor = train(examples, network: network)
        def before = transfer(0, true, donor, examples, new TestContext(folder))
        def settings = sgd(batch: 24, learningRate: 1.0, momentum: 0, weightDecay: decay)

        when:
        def after = trainer.train(settings, examples, Optional.of(before), new TestContext(folder)).network()
        def ours = difference(ModelFile.read(before), ModelFile.read(after), before)
        def theirs = Coefficients.pack(
                LearnedLayer.of(before.architecture()), PlainDeeplearning4j.gradient(before, examples))
        def decayed = decayOf(before, decay)

        def scale = largest(theirs)

        then:
        scale > 1e-2
        largestError(ours, theirs, decayed) < 1e-4 * scale

        where:
        network << ['convnet', 'lenet', 'mlp', 'convnet', 'mlp']
        decay << [0.0d, 0.0d, 0.0d, 0.5d, 0.5d]
    }

    private static float[] difference(List before, List after, def network, int lowest = 0) {
        def layers = LearnedLayer.of(network.architecture()).drop(lowest)
        def from = Coefficients.pack(layers, before)
        def to = Coefficients.pack(layers, after)
        for (int i = 0; i < from.length; i++) {
            from[i] -= to[i]
        }
        from
    }

    private static float[] decayOf(def network, double decay) {
        def layers = LearnedLayer.of(network.architecture())
        def weights = ModelFile.read(network)
        weights.each { Arrays.fill(it.biases(), 0f) }
        def vector = Coefficients.pack(layers, weights)
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= decay
        }
        vector
    }

    private static double largest(float[] values) {
        values.toList().collect { Math.abs(it) }.max()
    }

    private static double largestError(float[] ours, float[] theirs, float[] decayed) {
        double largest = 0
        for (int i = 0; i < ours.length; i++) {
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i] - decayed[i]))
        }
        largest
    }

    def "momentum carries a step into the next"() {
        given: 'the same single batch in each epoch, and a step so short that the gradient stays'
        def examples = images(folder, 16)
        def settings = { epochs, momentum ->
            [network: 'mlp', epochs: epochs, batch: 16, learningRate: 1e-4d, momentum: momentum, weightDecay: 0d]
        }
        def moved = { epochs, momentum ->
            def one = biases(train(settings(epochs, momentum), examples, new TestContext(folder)))
            def from = biases(train(settings(1, momentum), examples, new TestContext(folder)))
            [one, from].transpose().collect { it[0] - it[1] }
        }

        expect: 'second steps of 1 and of 1 + 0.5'
        def plain = moved(2, 0d)
        def carried = moved(2, 0.5d)
        [plain, carried].transpose().every { Math.abs(it[1] / it[0] - 1.5) < 0.05 }
    }

    private static List<Float> biases(Network network) {
        weights(network).last()[1].array().toList()
    }

    def "equal seeds give equal bytes, another replica other weights"() {
        given:
        def examples = images(folder, 70)
        def run = { replica ->
            Files.readAllBytes(train(examples, new TestContext(folder, replica), epochs: 2).model())
        }

        expect:
        run(1) == run(1)
        run(1) != run(2)
    }

    def "another replica has other first weights, another order of images and other dropout masks"() {
        given:
        def examples = images(folder, 40)
        def one = images(folder, 1)
        def layers = [new Layer.Dense('fc1', 50, RELU)]
        def from = { initial, all, replica ->
            weights(trainer.train(sgd(batch: 10), all, Optional.of(initial), new TestContext(folder, replica)).network())
        }
        def first = { replica ->
            def settings = sgd(network: 'mlp', checkpoints: [0d])
            weights(trainer.train(settings, examples, Optional.empty(), new TestContext(folder, replica)).checkpoints()[0d])
        }

        expect: 'whatever but one is held equal'
        (0..2).every { first(1)[it][0] != first(2)[it][0] }
        def plain = Fixtures.initial(folder, layers, examples)
        from(plain, examples, 1) != from(plain, examples, 2)
        from(plain, one, 1) == from(plain, one, 2)
        def dropping = Fixtures.initial(folder, layers + new Layer.Dropout('drop1', 0.5), examples)
        from(dropping, one, 1) != from(dropping, one, 2)
        from(dropping, one, 1) == from(dropping, one, 1)
    }

    def "a training from a transferred network begins with momentum and schedule afresh"() {
        given: 'a donor that ended with momentum, at a rate of almost 0'
        def examples = images(folder, 24)
        def donor = train(examples, network: 'mlp', epochs: 6, batch: 8, schedule: 'COSINE')
        def initial = transfer(1, freeze, donor, examples, new TestContext(folder))
        def go = { changes -> trainer.train(sgd([batch: 24] + changes), examples, Optional.of(initial), new TestContext(folder)) }

        expect: 'a first step as if there were no momentum, and the rates of a new training'
        weights(go(momentum: 0.9d).network()) == weights(go(momentum: 0d).network())
        weights(go(momentum: 0.9d, epochs: 2).network()) != weights(go(momentum: 0d, epochs: 2).network())
        go(schedule: 'COSINE', epochs: 2, learningRate: 0.02d).curve().series()[2].values()[0] == 0.02d

        where:
        freeze << [true, false]
    }

    def "a training that is stopped after #batches batches ends with the same bytes as one that is not"() {
        given:
        def examples = images(folder, 70)
        def uninterrupted = new TestContext(folder)
        def interrupted = new TestContext(folder)
        def settings = [network: network, epochs: 4, schedule: schedule]

        when:
        def expected = trainer.train(sgd(settings), examples, Optional.empty(), uninterrupted)
        interrupted.checksBeforeInterruption = batches
        train(settings, examples, interrupted)

        then:
        thrown(InterruptedException)

        when:
        interrupted.checksBeforeInterruption = Integer.MAX_VALUE
        interrupted.notes.clear()
        def resumed = trainer.train(sgd(settings), examples, Optional.empty(), interrupted)

        then:
        Files.readAllBytes(resumed.network().model()) == Files.readAllBytes(expected.network().model())
        resumed.curve() == expected.curve()
        interrupted.notes.size() == 4 - batches.intdiv(3)

        where: 'an epoch has three batches'
        network   | schedule   | batches
        'mlp'     | 'CONSTANT' | 0
        'mlp'     | 'STEP'     | 4
        'mlp'     | 'COSINE'   | 11
        'convnet' | 'COSINE'   | 7
    }

    def "a checkpoint that was altered is not used"() {
        given:
        def examples = images(folder, 40)
        def context = new TestContext(folder)
        def first = train([network: 'mlp'], examples, context)
        def expected = Files.readAllBytes(first.model())
        def checkpoint = context.scratch.resolve('checkpoint.bin')
        def bytes = Files.readAllBytes(checkpoint)

        when:
        Files.write(checkpoint, damage(bytes))
        context.notes.clear()
        def again = train([network: 'mlp'], examples, context)

        then:
        Files.readAllBytes(again.model()) == expected
        context.notes.size() == 1

        where:
        damage << [
            { byte[] all -> all[all.length - 5] ^= 1; all },
            { byte[] all -> Arrays.copyOf(all, all.length - 100) },
            { byte[] all -> new byte[3] }
        ]
    }

    def "frozen layers come out bit-identical, under a strong weight decay too, the others learn"() {
        given:
        def examples = images(folder, 50)
        def initial = transfer(cut, true, train(examples), examples, new TestContext(folder))

        when:
        def trained = trainer.train(
                sgd(epochs: 2, weightDecay: 0.5d), examples, Optional.of(initial), new TestContext(folder)).network()

        then:
        trained.frozen() == cut
        trained.normalisation() == initial.normalisation()
        weights(trained).take(cut) == weights(initial).take(cut)
        [weights(trained), weights(initial)].transpose().drop(cut).every { now, before -> now[0] != before[0] && now[1] != before[1] }

        where:
        cut << [1, 2, 4, 5, 7]
    }

    def "above #cut frozen layers a #network takes the same step as if they were not frozen"() {
        given:
        def examples = images(folder, 24, 3, 1, new ImageShape(16, 8, 3))
        def donor = train(examples, network: network)
        def step = { freeze ->
            def initial = transfer(cut, freeze, donor, examples, new TestContext(folder))
            def after = trainer.train(
                    sgd(learningRate: 0.1d), examples, Optional.of(initial), new TestContext(folder)).network()
            difference(ModelFile.read(initial).drop(cut), ModelFile.read(after).drop(cut), after, cut)
        }

        when:
        def frozen = step(true)
        def free = step(false)

        then:
        largest(free) > 1e-3
        largestError(frozen, free, new float[free.length]) < 1e-5 * largest(free)

        where:
        network   | cut
        'convnet' | 1
        'convnet' | 3
        'convnet' | 5
        'lenet'   | 1
        'mlp'     | 1
    }

    def "layers that are copied but not frozen learn"() {
        given:
        def examples = images(folder, 50)
        def initial = transfer(3, false, train(examples), examples, new TestContext(folder))

        when:
        def trained = trainer.train(sgd(), examples, Optional.of(initial), new TestContext(folder)).network()

        then:
        [weights(trained), weights(initial)].transpose().every { it[0] != it[1] }
    }

    def "images are standardised by the mean and deviation of each channel of the training images"() {
        given:
        def examples = images(folder, 30)
        def pixels = (0..<30).collect { i ->
            def bytes = new byte[Fixtures.SMALL.size()]
            examples.pixels().read(i, bytes, 0)
            bytes.collect { it & 0xff }
        }.flatten()

        when:
        def normalisation = train(examples, network: 'mlp').normalisation()

        then:
        (0..2).every { channel ->
            def values = (channel..<pixels.size()).step(3).collect { pixels[it] }
            def mean = values.sum() / values.size()
            def deviation = Math.sqrt((double) values.sum { (it - mean)**2 } / values.size())
            Math.abs(normalisation.mean()[channel] - mean) < 1e-9 &&
                    Math.abs(normalisation.deviation()[channel] - deviation) < 1e-9
        }
    }

    def "a diverging training says in which epoch, at which learning rate, and what to try"() {
        when:
        train(images(folder, 40), network: 'convnet', epochs: 50, learningRate: 1e6d)

        then:
        def failure = thrown(StageFailure)
        failure.message.contains('epoch 1 of 50')
        failure.message.contains('learning rate 1000000.0')
        failure.message.contains('learningRate: 100000.0')
    }

    def "a batch may hold more images than there are"() {
        expect:
        train(images(folder, 10), network: 'mlp', batch: 500).architecture().name() == 'mlp'
    }

    def "without a network and without 'from' it is the convnet"() {
        expect:
        with(trainer.describe(sgd(), of(new ImageShape(32, 32, 3)), Optional.empty())) {
            architecture().name() == 'convnet'
            architecture().weighted()*.name() == ['conv1', 'conv2', 'conv3', 'conv4', 'conv5', 'fc6', 'fc7', 'fc8']
            LearnedLayer.of(architecture()).sum { it.size() + it.units() } == 543946 - 8 * 257
            frozen() == 0
        }
    }

    def "a lenet for #shape images has the units of LeNet-5 and #weights weights and biases"() {
        expect:
        with(trainer.describe(sgd(network: 'lenet'), of(shape), Optional.empty())) {
            architecture().layers()*.name() == ['conv1', 'pool1', 'conv2', 'pool2', 'fc3', 'fc4', 'fc5']
            LearnedLayer.of(architecture())*.units() == [6, 16, 120, 84, 2]
            LearnedLayer.of(architecture()).sum { it.size() + it.units() } == weights
        }

        where:
        shape                     || weights
        new ImageShape(28, 28, 1) || 25 * 6 + 6 + 25 * 6 * 16 + 16 + 49 * 16 * 120 + 120 + 120 * 84 + 84 + 84 * 2 + 2
        new ImageShape(32, 32, 3) || 75 * 6 + 6 + 25 * 6 * 16 + 16 + 64 * 16 * 120 + 120 + 120 * 84 + 84 + 84 * 2 + 2
    }

    def "an alexnet has the shapes of the paper, takes a step, and opens elsewhere"() {
        given:
        def examples = images(folder, 2, 2, 1, new ImageShape(227, 227, 3))

        when:
        def trained = train([network: 'alexnet', batch: 2], examples)
        def architecture = trained.architecture()
        def theirs = PlainDeeplearning4j.probabilities(trained, examples)
        def ours = Fixtures.activations(trained, examples, 'fc8').collect { logits -> 1 / (1 + Math.exp(logits[1] - logits[0])) }

        then:
        architecture.shapes()*.toString() == [
            '55x55x96', '27x27x96', '27x27x256', '13x13x256', '13x13x384', '13x13x384', '13x13x256', '6x6x256',
            '1x1x4096', '1x1x4096', '1x1x4096', '1x1x4096', '1x1x2'
        ]
        architecture.weighted().size() == 8
        LearnedLayer.of(architecture).sum { it.values() } == 58_289_538

        and: 'plain Deeplearning4j predicts the same'
        (0..1).every { Math.abs(ours[it] - theirs[it][0]) < 1e-4 }
    }

    def "a #network has eleven layers with weights, for images of 32x32"() {
        when:
        def described = trainer.describe(sgd(network: network), of(new ImageShape(32, 32, 3)), Optional.empty())
        def shapes = described.architecture().shapes()

        then:
        described.architecture().weighted()*.name() == (1..8).collect { "conv$it" } + ['fc9', 'fc10', 'fc11']
        shapes[described.architecture().indexOf('pool8')].toString() == '1x1x512'
        LearnedLayer.of(described.architecture()).sum { it.size() + it.units() } == parameters

        where:
        network    || parameters
        'vgg11'    || 9_220_480 + 2 * 512 * 513 + 513 * 2
        'vgg11-bn' || 9_220_480 + 2 * 512 * 513 + 513 * 2 + 2 * 2752
    }

    def "with schedule #schedule the curve shows #rates"() {
        given:
        def settings = sgd([network: 'mlp', epochs: 6, learningRate: 0.02d, schedule: schedule] + steps)

        when:
        def shown = trainer.train(settings, images(folder, 40), Optional.empty(), new TestContext(folder))
                .curve().series()[2].values()

        then:
        shown.size() == rates.size()
        (0..5).every { Math.abs(shown[it] - rates[it]) < 1e-15 }

        where:
        schedule   | steps                             || rates
        'CONSTANT' | [:]                               || [0.02] * 6
        'STEP'     | [:]                               || [0.02, 0.02, 0.002, 0.002, 0.0002, 0.0002]
        'STEP'     | [stepEpochs: 1, stepFactor: 0.5d] || [0.02, 0.01, 0.005, 0.0025, 0.00125, 0.000625]
        'STEP'     | [stepEpochs: 4, stepFactor: 0.0d] || [0.02, 0.02, 0.02, 0.02, 0, 0]
        'COSINE'   | [:]                               || [0.02, 0.01 + 0.01 * Math.sqrt(0.75), 0.015, 0.01, 0.005, 0.01 - 0.01 * Math.sqrt(0.75)]
    }

    def "the last of three steps along half a cosine moves a quarter as far as at a constant rate"() {
        given: 'a weight decay alone, so strong that the gradient does not count: each step shrinks a weight'
        def examples = images(folder, 30)
        def shrinking = { schedule ->
            def settings = sgd(network: 'mlp', batch: 10, learningRate: 1e-11d, momentum: 0d, weightDecay: 1e10d, schedule: schedule)
            trainer.train(settings, examples, Optional.empty(), new TestContext(folder)).network()
        }
        def ratio = { one, other -> weights(one)[0][0].get(7) / weights(other)[0][0].get(7) }

        expect: 'rates of 1, 3/4 and 1/4'
        Math.abs(ratio(shrinking('COSINE'), shrinking('CONSTANT')) - 0.9 * 0.925 * 0.975 / 0.9**3) < 1e-4
    }

    def "#what is refused before anything runs"() {
        when:
        trainer.describe(sgd(changes), of(shape), Optional.ofNullable(from))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == subject
        words.every { refusal.message.contains(it) || refusal.possible().contains(it) }

        where:
        what                             | changes           | shape                       | from                || subject   | words
        'an unknown architecture'        | [network: 'vgg'] | new ImageShape(32, 32, 3)   | null                || 'network' | ['vgg', 'convnet', 'lenet', 'mlp']
        'too small an image'             | [:]               | new ImageShape(4, 32, 3)    | null                || 'network.pool5' | ['pool5', '0x4']
        'another size than a vgg11 reads'| [network: 'vgg11']| new ImageShape(32, 64, 3)  | null                || 'network' | ['32x32', '32x64']
        'a smaller size than alexnet'    | [network: 'alexnet']| new ImageShape(224, 224, 3) | null              || 'network' | ['227x227', '224x224']
        "an architecture and 'from'"     | [network: 'mlp']  | new ImageShape(32, 32, 3)   | network()           || 'network' | ['mlp', 'convnet']
        'another shape than the network' | [:]               | new ImageShape(28, 28, 1)   | network()           || 'images'  | ['32x32x3', '28x28x1']
        'other classes'                  | [:]               | new ImageShape(32, 32, 3)   | network(['a', 'c']) || 'images'  | ['c', 'b']
        'another number of classes'      | [:]               | new ImageShape(32, 32, 3)   | network(['a'])      || 'images'  | ['1', '2']
        'a network that is all frozen'   | [:]               | new ImageShape(32, 32, 3)   | network(8)          || 'from'    | ['8']
    }

    def "a block of layers is the architecture, with a unit for each class on top"() {
        given:
        def block = new Blueprint.Layered('small', [
                new Layer.Convolution('conv1', 8, 3, RELU), new Layer.MaxPooling('pool1', 2), new Layer.Dense('fc2', 16, RELU)], 'fc3')

        when:
        def trained = train([network: block], images(folder, 30), new TestContext(folder))

        then:
        trained.architecture() == block.architecture(new ImageShape(8, 8, 3), 3)
        trained.architecture().layers().last() == new Layer.Dense('fc3', 3, IDENTITY)
    }

    def "batch normalisation of the images themselves is refused"() {
        when:
        def block = new Blueprint.Layered('small', [new Layer.BatchNormalisation('norm0')], 'fc')
        trainer.describe(sgd(network: block), of(new ImageShape(8, 8, 3)), Optional.empty())

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'network.norm0'
        refusal.message.startsWith('norm0 normalises the images themselves; ')
    }

    def "images of one class are refused, for a training and for a transfer"() {
        given:
        def one = new Description.OfExamples([50], new ImageShape(32, 32, 3), ['cat'])

        when:
        trainer.describe(sgd(), one, Optional.empty())

        then:
        def training = thrown(Refusal)
        training.subject() == 'images'
        training.message == 'the images are of 1 class, [cat]; a network that tells classes apart needs at least 2'

        when:
        new LayerCopy().describe(new LayerCopy.Settings(1, true, LayerCopy.Source.TARGET), network(), one)

        then:
        def transfer = thrown(Refusal)
        transfer.subject() == 'target'
        transfer.message == training.message
    }

    def "#name of #value is refused"() {
        when:
        sgd((name): value)

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == name
        refusal.message.contains(value as String)

        where:
        name           | value
        'learningRate' | 0d
        'learningRate' | Double.NaN
        'momentum'     | 1d
        'stepEpochs'   | 3
        'stepFactor'   | 0.5d
        'checkpoints'  | [0.5d, 0.5d]
    }

    private static Description.OfExamples of(ImageShape shape) {
        new Description.OfExamples([50, 50], shape, ['a', 'b'])
    }

    private static Description.OfNetwork network(List<String> classNames, int frozen = 0) {
        def convnet = new SgdTrainer().describe(sgd(), of(new ImageShape(32, 32, 3)), Optional.empty())
        new Description.OfNetwork(convnet.architecture(), classNames, frozen)
    }

    private static Description.OfNetwork network(int frozen = 0) {
        network(['a', 'b'], frozen)
    }

    private train(Map settings, Examples images) {
        Fixtures.train(settings, images, new TestContext(folder))
    }

    private train(Examples images) {
        train([:], images)
    }

    private train(Map settings, Examples images, TestContext context) {
        Fixtures.train(settings, images, context)
    }
}
