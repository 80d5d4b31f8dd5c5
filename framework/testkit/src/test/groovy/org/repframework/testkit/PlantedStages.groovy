package org.repframework.testkit

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.ActivationMatrix
import org.repframework.spi.ActivationRecorder
import org.repframework.spi.Architecture
import org.repframework.spi.Artifact
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Curve
import org.repframework.spi.Dataset
import org.repframework.spi.DatasetSource
import org.repframework.spi.DatasetSplitter
import org.repframework.spi.Description
import org.repframework.spi.Evaluator
import org.repframework.spi.Examples
import org.repframework.spi.Gram
import org.repframework.spi.GramMetric
import org.repframework.spi.Images
import org.repframework.spi.ImageShape
import org.repframework.spi.IntVector
import org.repframework.spi.JointMoments
import org.repframework.spi.Layer
import org.repframework.spi.Matcher
import org.repframework.spi.Matching
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.NetworkSource
import org.repframework.spi.Npy
import org.repframework.spi.PatchRecorder
import org.repframework.spi.Pixels
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Refusal
import org.repframework.spi.SampleMatcher
import org.repframework.spi.SampleMetric
import org.repframework.spi.Samples
import org.repframework.spi.Scores
import org.repframework.spi.Seeds
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Summary
import org.repframework.spi.Table
import org.repframework.spi.Trainer
import org.repframework.spi.Traits
import org.repframework.spi.TransferBuilder

/** A stage of each role, honest but for the offences: closures instead of methods. None of them learns anything. */
class PlantedStages {

    static class Source implements DatasetSource {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'images by the number in a file' }
        Class settings() { PlantedSettings.OfFile }
        boolean draws() { true }

        Description.OfDataset describe(Record settings) {
            if (offences.describe) {
                return offences.describe(settings.path())
            }
            if (!Files.isRegularFile(settings.path()) || !Files.readString(settings.path()).isInteger()) {
                throw Refusal.of('path', "$settings.path has no number")
            }
            described(settings.path())
        }

        static Description.OfDataset described(Path path) {
            def each = Files.isRegularFile(path) && Files.readString(path).isInteger() ? Files.readString(path) as int : 1
            def part = new Description.OfExamples([each, each], PlantedImages.SHAPE, ['class0', 'class1'])
            new Description.OfDataset(part, part)
        }

        Dataset load(Record settings, StageContext context) {
            if (offences.load) {
                return offences.load(settings.path(), context)
            }
            load(settings.path(), context.scratch(), context)
        }

        static Dataset load(Path path, Path target, StageContext context) {
            def images = 2 * (Files.readString(path) as int)
            context.checkInterrupted()
            def train = PlantedImages.examples(target, 'train' + context.seed('train'), images, 2)
            context.progress(1, 2, 'parts')
            def test = PlantedImages.examples(target, 'test' + context.seed('test'), images, 2)
            context.progress(2, 2, 'parts')
            new Dataset(train, test)
        }
    }

    static class Splitter implements DatasetSplitter {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'even and odd images' }
        Class settings() { PlantedSettings.Honest }

        DatasetSplitter.Halves describe(Record settings, Description.OfDataset dataset, Seeds seeds) {
            if (dataset.train().classCounts().min() < 2 || dataset.test().classCounts().min() < 2) {
                throw Refusal.of('dataset', 'two images of each class are needed')
            }
            def half = new Description.OfDataset(half(dataset.train()), half(dataset.test()))
            new DatasetSplitter.Halves(half, half)
        }

        private static half(Description.OfExamples images) {
            new Description.OfExamples(images.classCounts().collect { it.intdiv(2) }, images.shape(), images.classNames())
        }

        DatasetSplitter.Halves split(Record settings, Dataset dataset, StageContext context) {
            def select = offences.select ?: Splitter.&select
            new DatasetSplitter.Halves(
                    new Dataset(select(dataset.train(), 0), select(dataset.test(), 0)),
                    new Dataset(select(dataset.train(), 1), select(dataset.test(), 1)))
        }

        /** Of each class every second image. */
        static Examples select(Examples images, int rest) {
            def classes = images.classNames().size()
            def chosen = (0..<images.count()).findAll { it.intdiv(classes) % 2 == rest } as int[]
            new Examples(images.pixels().select(IntVector.of(chosen)),
                    IntVector.of(chosen.collect { images.labels().at(it) } as int[]), images.classNames())
        }
    }

    static Architecture architecture(int classes) {
        new Architecture('planted', PlantedImages.SHAPE, [new Layer.Dense('fc1', classes, Layer.Activation.IDENTITY)])
    }

    static Network network(Path folder, List<String> classNames, double weight, int frozen = 0) {
        def model = Files.writeString(folder.resolve('model.txt'), "$weight")
        new Network(architecture(classNames.size()), classNames, new Network.Normalisation([0d, 0d, 0d], [1d, 1d, 1d]),
                frozen, Matrix.row(weight), model)
    }

    static class Sgd implements Trainer {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'adds a random number to the only weight' }
        Class settings() { PlantedSettings.Honest }

        Description.OfNetwork describe(Record settings, Description.OfExamples images, Optional from) {
            new Description.OfNetwork(architecture(images.classNames().size()), images.classNames(),
                    from.map { it.frozen() }.orElse(0))
        }

        Trainer.Trained train(Record settings, Examples images, Optional from, StageContext context) {
            context.checkInterrupted()
            context.progress(1, 1, 'epochs')
            double before = from.map { it.filters().at(0, 0) }.orElse(0d)
            int frozen = from.map { it.frozen() }.orElse(0)
            double learned = offences.learn ? offences.learn(frozen) : (frozen > 0 ? 0 : 1)
            def weight = before + learned * (context.seed('weights') % 1000 + 1)
            new Trainer.Trained(network(context.scratch(), images.classNames(), weight, frozen),
                    new Curve('epoch', [1d], [new Curve.Series('loss', [weight])]))
        }
    }

    static class Recorder implements ActivationRecorder {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'the first 3 pixels, whatever the network' }
        Class settings() { PlantedSettings.OfLayer }

        RecordingDescription describe(Record settings, Description.OfNetwork network, Description.OfExamples images) {
            if (images.count() == 0 || images.shape() != network.architecture().input()) {
                throw Refusal.of('images', 'no images that fit')
            }
            if (settings.layer() != 'fc1' && !offences.anyLayer) {
                throw Refusal.unknown('layer', settings.layer(), 'no such layer', ['fc1'])
            }
            new RecordingDescription(settings.layer(), 'sum', 3, images.count())
        }

        List<JointMoments> jointMoments(List pairs, Examples images, StageContext context) {
            context.checkInterrupted()
            context.progress(1, 1, 'passes')
            def moments = pairs.collect { new Activations(activations(images), activations(images)).moments() }
            offences.moments ? offences.moments(moments) : moments
        }

        List<Samples> samples(List recordings, Examples images, StageContext context) {
            recordings.withIndex().collect { recording, i ->
                def all = activations(images)
                def written = offences.samples ? offences.samples(all, i) : all
                def file = Files.createTempFile(context.scratch(), 'samples', '.npy')
                Files.write(file, Npy.bytes(written))
                new Samples(file, written.rows(), written.columns(), 1)
            }
        }

        List<Gram> grams(List recordings, Examples images, StageContext context) {
            def all = activations(images)
            def centred = offences.uncentred ? all : Activations.centred(all, Activations.mean(all))
            recordings.collect { new Gram(Activations.product(centred, centred.transposed()), 3) }
        }

        private static Matrix activations(Examples images) {
            Matrix.of(images.count(), 3, (0..<images.count()).collectMany {
                def pixels = new byte[images.pixels().shape().size()]
                images.pixels().read(it, pixels, 0)
                pixels[0..2]
            } as double[])
        }
    }

    static class MomentsAlone implements ActivationRecorder {
        @Delegate(includes = ['name', 'summary', 'settings', 'describe', 'jointMoments'], interfaces = false)
        private final Recorder recorder = new Recorder()
    }

    static class PatchRecording implements PatchRecorder {
        Map offences = [:]
        String name() { 'planted-patches' }
        String summary() { 'the lower right pixel, whatever the network' }
        Class settings() { PlantedSettings.Honest }

        Description describe(Record settings, Description.OfNetwork network, Description.OfExamples images) {
            if (images.count() == 0 || images.shape() != network.architecture().input()) {
                throw Refusal.of('images', 'no images that fit')
            }
            Description.of(Images)
        }

        List<Images> record(List recordings, Examples images, StageContext context) {
            context.checkInterrupted()
            context.progress(1, 1, 'passes')
            recordings.withIndex().collect { recording, i -> patches(images, context, recordings.size()) }
        }

        /** One unit, which is as strong as the last channel of the last pixel is bright. */
        private Images patches(Examples images, StageContext context, int together) {
            def shape = images.pixels().shape()
            def bright = (0..<images.count()).collect {
                def pixels = new byte[shape.size()]
                images.pixels().read(it, pixels, 0)
                [it, pixels[-3..-1] as byte[]]
            }.findAll { it[1][2] > 0 }.sort { -it[1][2] }.take(offences.count ? offences.count(together) : 3)
            bright = offences.order ? offences.order(bright) : bright
            def writer = Pixels.create(Files.createTempFile(context.scratch(), 'patches', '.npy'), bright.size(), new ImageShape(1, 1, 3))
            bright.each { writer.add(it[1]) }
            def top = shape.height() - (offences.misplaced ? 2 : 1)
            new Images('any', [bright.withIndex().collect { one, rank ->
                new Images.Patch(rank, one[0], top, shape.width() - 1, one[1][2] as double)
            }], writer.finish())
        }
    }

    static class Judge implements Evaluator {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'the share of class0' }
        Class settings() { PlantedSettings.Honest }

        void check(Record settings, Description.OfNetwork network, Description.OfExamples images) {
            if (!offences.unchecked && (images.count() == 0 || images.shape() != network.architecture().input())) {
                throw Refusal.of('images', 'no images that fit')
            }
        }

        Scores evaluate(Record settings, Network network, Examples images, StageContext context) {
            if (!offences.silent) {
                context.checkInterrupted()
                context.progress(1, 1, 'passes')
            }
            if (offences.spoil) {
                Files.writeString(network.model(), 'spoilt' + System.nanoTime())
            }
            new Scores([share: images.labels().stream().filter { it == 0 }.count() / (double) images.count()])
        }
    }

    static class Loaded implements NetworkSource {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'a network by the weight in a file' }
        Class settings() { PlantedSettings.OfFile }

        Description.OfNetwork describe(Record settings, Description.OfExamples images) {
            if (!offences.anyFile && (!Files.isRegularFile(settings.path()) || !Files.readString(settings.path()).isNumber())) {
                throw Refusal.of('path', "$settings.path has no weight")
            }
            if (!offences.anyShape && images.shape() != PlantedImages.SHAPE) {
                throw Refusal.of('images', 'no images that fit')
            }
            new Description.OfNetwork(architecture(3), images.classNames(), 0)
        }

        Network load(Record settings, Examples images, StageContext context) {
            context.checkInterrupted()
            context.progress(1, 1, 'networks')
            network(context.scratch(), images.classNames(), Files.readString(settings.path()) as double)
        }
    }

    static class Transfer implements TransferBuilder {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'a fresh weight' }
        Class settings() { PlantedSettings.Honest }

        Description.OfNetwork describe(Record settings, Description.OfNetwork donor, Description.OfExamples target) {
            if (target.shape() != donor.architecture().input() && !offences.anyShape) {
                throw Refusal.of('target', 'no images that fit')
            }
            new Description.OfNetwork(architecture(target.classNames().size()), target.classNames(), 0)
        }

        Network build(Record settings, Network donor, Examples target, StageContext context) {
            network(context.scratch(), offences.classNames ?: target.classNames(), context.seed('fresh') as double)
        }
    }

    static class Greedy implements Matcher {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'each unit of x takes the best of y' }
        Class settings() { PlantedSettings.Honest }

        Traits traits() {
            offences.traits ?: Traits.NONE
        }

        Matching match(Record settings, CorrelationMatrix correlation, StageContext context) {
            def values = correlation.values()
            def pairs = (0..<values.rows()).collect { unit ->
                def partner = offences.partner ? offences.partner(unit, values) : (0..<values.columns()).max { values.at(unit, it) }
                new Matching.Pair(unit, partner, values.at(unit, partner))
            }
            new Matching('planted', pairs, correlation)
        }
    }

    static class Drawn implements SampleMatcher {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'each unit of x takes one of y by its first sample, and a p value by chance' }
        Class settings() { PlantedSettings.Honest }
        boolean draws() { true }

        Description describe(Record settings, RecordingDescription x, RecordingDescription y) {
            Description.of(Matching)
        }

        Matching correlate(Record settings, ActivationMatrix x, ActivationMatrix y, StageContext context) {
            if (x.samples() == x.samplesPerImage() && !offences.anyImages) {
                throw new StageFailure('one image')
            }
            def (first, second) = [x.rows(0, 1), y.rows(0, 1)]
            def values = Activations.product(first.transposed(), second)
            def pairs = (0..<x.units()).collect { unit ->
                def partner = unit % y.units()
                new Matching.Pair(unit, partner, values.at(unit, partner))
            }
            def random = new Random(offences.seed ?: context.seed('p values'))
            def pValues = pairs.collect { offences.pValue == null ? 1 - random.nextDouble() : offences.pValue }
            new Matching('planted', pairs, new CorrelationMatrix('product', values, x.samples(), [], []), pValues)
        }
    }

    static class Rows implements Summary {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'the accuracies' }
        Class settings() { PlantedSettings.Honest }

        Description.OfTable describe(Record settings, List labels) {
            if (labels*.keySet().unique().size() > 1 && !offences.anyLabels) {
                throw Refusal.of('', 'the labels differ')
            }
            new Description.OfTable(offences.columns ?: ['accuracy'])
        }

        Table summarise(Record settings, List rows, StageContext context) {
            if (rows.any { !it.scores().containsKey('accuracy') } && !offences.anyScores) {
                throw new StageFailure('a row has no accuracy')
            }
            new Table(['accuracy'], rows.collect { [it.scores().accuracy ?: 0d] })
        }
    }

    /** Linear CKA of the samples themselves. */
    static class OfSamples implements SampleMetric {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'linear CKA' }
        Class settings() { PlantedSettings.Honest }

        Traits traits() {
            offences.traits ?: PlantedMetric.HONEST
        }

        Description describe(Record settings, RecordingDescription x, RecordingDescription y) {
            Description.of(Scores)
        }

        Artifact correlate(Record settings, ActivationMatrix x, ActivationMatrix y, StageContext context) {
            if (offences.correlate) {
                return offences.correlate(x, y)
            }
            cka(x.matrix(), y.matrix())
        }

        static Scores cka(Matrix x, Matrix y) {
            PlantedMetric.cka(new Activations(x, y).moments())
        }
    }

    /** The same of Gram matrices: tr(KL), over its roots. */
    static class OfGrams implements GramMetric {
        Map offences = [:]
        String name() { 'planted' }
        String summary() { 'linear CKA' }
        Class settings() { PlantedSettings.Honest }

        Traits traits() {
            offences.traits ?: PlantedMetric.HONEST
        }

        Description describe(Record settings, RecordingDescription x, RecordingDescription y) {
            Description.of(Scores)
        }

        Artifact correlate(Record settings, Gram x, Gram y, StageContext context) {
            if (offences.correlate) {
                return offences.correlate(x, y)
            }
            cka(x, y)
        }

        static Scores cka(Gram x, Gram y) {
            def (xx, xy, yy) = [[x, x], [x, y], [y, y]].collect { a, b -> product(a.values(), b.values()) }
            if (xx * yy == 0) {
                throw new StageFailure('a side is constant')
            }
            PlantedMetric.score(Math.min(1d, xy / Math.sqrt(xx * yy)))
        }

        private static double product(Matrix a, Matrix b) {
            double sum = 0
            def (left, right) = [a.toArray(), b.toArray()]
            for (int i = 0; i < left.length; i++) {
                sum += left[i] * right[i]
            }
            sum
        }
    }
}
