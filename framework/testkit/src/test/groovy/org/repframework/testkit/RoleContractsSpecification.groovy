package org.repframework.testkit

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.StandardOpenOption
import org.repframework.spi.ActivationRecorder
import org.repframework.spi.Dataset
import org.repframework.spi.DatasetSource
import org.repframework.spi.DatasetSplitter
import org.repframework.spi.Evaluator
import org.repframework.spi.Examples
import org.repframework.spi.GramMetric
import org.repframework.spi.IntVector
import org.repframework.spi.JointMoments
import org.repframework.spi.Matcher
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.NetworkSource
import org.repframework.spi.PatchRecorder
import org.repframework.spi.Refusal
import org.repframework.spi.SampleMatcher
import org.repframework.spi.SampleMetric
import org.repframework.spi.Summary
import org.repframework.spi.Trainer
import org.repframework.spi.Trait
import org.repframework.spi.Traits
import org.repframework.spi.TransferBuilder
import spock.lang.Specification

/** Of each role an honest stage that passes, and offenders that fail what is demanded of the role. */
class RoleContractsSpecification extends Specification {

    static Map offences = [:]

    static class SourceContract extends DatasetSourceContract {
        protected DatasetSource stage() { new PlantedStages.Source(offences: offences) }

        protected Map<String, Object> settings() {
            [path: Files.writeString(folder().resolve('number.txt'), '3')]
        }
    }

    static class LoadedContract extends NetworkSourceContract {
        protected NetworkSource stage() { new PlantedStages.Loaded(offences: offences) }

        protected Map<String, Object> settings() {
            [path: Files.writeString(folder().resolve('weight.txt'), '0.5')]
        }
    }

    static class SplitterContract extends DatasetSplitterContract {
        protected DatasetSplitter stage() { new PlantedStages.Splitter(offences: offences) }
        protected Map<String, Handling> handling() { ['two classes': Handling.RESULT] }
        protected Dataset dataset() { PlantedImages.dataset(folder(), 'dataset', 4, 8) }
    }

    static class LearningContract extends TrainerContract {
        protected Trainer stage() { new PlantedStages.Sgd(offences: offences) }
    }

    static class RecorderContract extends ActivationRecorderContract {
        protected ActivationRecorder stage() { new PlantedStages.Recorder(offences: offences) }
        protected Network network() { PlantedStages.network(folder(), ['class0', 'class1', 'class2'], 1) }
        protected List<Map<String, Object>> otherReadings() { [[layer: 'fc1']] }
    }

    static class PatchesContract extends PatchRecorderContract {
        protected PatchRecorder stage() { new PlantedStages.PatchRecording(offences: offences) }
        protected Network network() { PlantedStages.network(folder(), ['class0', 'class1', 'class2'], 1) }
        protected List<Map<String, Object>> otherReadings() { [[:]] }
    }

    static class MomentsAloneContract extends RecorderContract {
        protected ActivationRecorder stage() { new PlantedStages.MomentsAlone() }
        protected boolean deliversSamples() { false }
    }

    static class JudgeContract extends EvaluatorContract {
        protected Evaluator stage() { new PlantedStages.Judge(offences: offences) }
        protected Network network() { PlantedStages.network(folder(), ['class0', 'class1', 'class2'], 1) }
    }

    static class FreshContract extends TransferBuilderContract {
        protected TransferBuilder stage() { new PlantedStages.Transfer(offences: offences) }
        protected Network donor() { trained(new PlantedStages.Sgd(), [:]) }
    }

    static class GreedyContract extends MatcherContract {
        protected Matcher stage() { new PlantedStages.Greedy(offences: offences) }
    }

    static class DrawnContract extends SampleMatcherContract {
        protected SampleMatcher stage() { new PlantedStages.Drawn(offences: offences) }
    }

    static class SamplesContract extends SampleMetricContract {
        protected SampleMetric stage() { new PlantedStages.OfSamples(offences: offences) }
    }

    static class GramsContract extends GramMetricContract {
        protected GramMetric stage() { new PlantedStages.OfGrams(offences: offences) }
    }

    static class RowsContract extends SummaryContract {
        protected Summary stage() { new PlantedStages.Rows(offences: offences) }
    }

    private static Verdict verdict(Class contract, Map offences) {
        this.offences = offences
        Verdict.of(contract)
    }

    def 'an honest stage passes the #contract.simpleName'() {
        when:
        def verdict = verdict(contract, [:])

        then:
        verdict.failed == [:]
        verdict.passed.size() == demands

        where:
        contract         || demands
        SourceContract   || 20
        LoadedContract   || 21
        SplitterContract || 19
        LearningContract || 18
        RecorderContract || 23
        MomentsAloneContract || 23
        PatchesContract  || 20
        JudgeContract    || 18
        FreshContract    || 17
        GreedyContract   || 22
        DrawnContract    || 22
        SamplesContract  || 33
        GramsContract    || 31
        RowsContract     || 20
    }

    def 'the #contract.simpleName tells: #message'() {
        when:
        def failed = verdict(contract, offences).failed

        then:
        failed.keySet() == demands as Set
        failed[demands[0]].contains(message)

        where:
        contract | offences | demands || message
        SourceContract | [describe: { PlantedStages.Source.described(it) }] | ['no such file', 'empty folder', 'empty file', 'text'].collect { "paths without a dataset are refused: path is $it".toString() } || 'describe() accepted '
        SourceContract | [describe: { unless(it, Refusal.of('', "nothing in $it")) }] | ['no such file', 'empty folder', 'empty file', 'text'].collect { "paths without a dataset are refused: path is $it".toString() } || 'the subject of the refusal: nothing in '
        SourceContract | [describe: { unless(it, Refusal.of('path', 'nothing')) }] | ['no such file', 'empty folder', 'empty file', 'text'].collect { "paths without a dataset are refused: path is $it".toString() } || 'the refusal does not name the path '
        SourceContract | [describe: { unless(it, new IllegalStateException('nothing')) }] | ['no such file', 'empty folder', 'empty file', 'text'].collect { "paths without a dataset are refused: path is $it".toString() } || 'describe() must refuse with a Refusal, not with java.lang.IllegalStateException: nothing'
        SourceContract | [load: { path, context -> PlantedStages.Source.load(path, Files.createTempDirectory(context.scratch().parent, 'elsewhere'), context) }] | ['files are written into the scratch directory'] || ' is not in the scratch directory '
        SourceContract | [load: { path, context -> Files.writeString(path.resolveSibling('log.txt'), "${System.nanoTime()}"); PlantedStages.Source.load(path, context.scratch(), context) }] | ['inputs stay as they are'] || 'the stage changed the files of its inputs; they differ in /log.txt'
        LoadedContract | [anyFile: true] | ['no such file', 'empty folder', 'empty file', 'text'].collect { "paths without a network are refused: path is $it".toString() } || 'describe() accepted '
        LoadedContract | [anyShape: true] | ['inputs out of the ordinary are handled as stated: images of another shape'] || 'a Refusal or StageFailure was expected, but there is a result'
        SplitterContract | [select: { images, rest -> PlantedStages.Splitter.select(images, 0) }] | ['halves are of the dataset and share no training image'] || '16 training images are in A and in B'
        SplitterContract | [select: { images, rest -> twice(PlantedStages.Splitter.select(images, rest)) }] | ['halves are of the dataset and share no training image'] || "the 'train' of a half has an image more than once"
        SplitterContract | [select: { images, rest -> relabelled(PlantedStages.Splitter.select(images, rest)) }] | ['halves are of the dataset and share no training image'] || "the 'train' of a half has an image of the class 'class1', which in the 'train' of the data set is of 'class2'"
        LearningContract | [learn: { 1 }] | ['frozen layers stay bit identical and others learn'] || 'the first layer is frozen, and changed'
        RecorderContract | [moments: { all -> all.collect { lopsided(it) } }] | ['a recording with itself has equal sides'] || 'xx and xy'
        RecorderContract | [moments: { all -> all.withIndex().collect { one, i -> i == 0 && all.size() > 1 ? one : scaled(one, all.size()) } }] | ['a pair does not depend on the other pairs'] || 'pair 1 of 3 has other moments than alone; they differ in xx, yy, xy'
        RecorderContract | [anyLayer: true] | ['a layer that does not exist is refused with those that do'] || 'Expected org.repframework.spi.Refusal to be thrown, but nothing was thrown'
        RecorderContract | [samples: { all, i -> Activations.map(all, { it + 1 }) }] | ['samples agree with the joint moments'] || 'the means of the samples are not those of the joint moments'
        RecorderContract | [samples: { all, i -> Activations.map(all, { i * 2 + it }) }] | ['samples agree with the joint moments'] || 'the means of the samples are not those of the joint moments'
        RecorderContract | [samples: { all, i -> Matrix.of(1, 3, all.rowAt(0)) }] | ['samples agree with the joint moments', 'gram matrices are those of the samples'] || 'the number of samples is not the one described'
        RecorderContract | [uncentred: true] | ['gram matrices are those of the samples'] || 'the Gram matrix is not that of the centred samples'
        PatchesContract | [misplaced: true] | ['patches are parts of their images strongest first'] || 'has a patch that is no part of its image'
        PatchesContract | [order: { it.reverse() }] | ['patches are parts of their images strongest first'] || 'out of order'
        PatchesContract | [order: { [it[0], *it] }] | ['patches are parts of their images strongest first'] || 'has two patches of image '
        PatchesContract | [order: { [] }] | ['patches are parts of their images strongest first'] || 'there is no patch in any recording'
        PatchesContract | [count: { together -> together }] | ['a recording does not depend on the others'] || 'has other patches than alone'
        JudgeContract | [unchecked: true] | ['no images', 'images of another shape'].collect { "inputs out of the ordinary are handled as stated: $it".toString() } || "only a Refusal or a StageFailure tells the user what to do, but this was java.lang.IllegalArgumentException: score 'share' is NaN"
        JudgeContract | [silent: true] | ['progress only grows and ends at its total', 'interruption is obeyed within a second'] || 'the stage never calls progress(); its work can take long'
        JudgeContract | [spoil: true] | ['inputs stay as they are'] || 'the stage changed its inputs; they differ in all[0].value.model'
        FreshContract | [anyShape: true] | ['inputs out of the ordinary are handled as stated: images of another shape'] || 'a Refusal or StageFailure was expected, but there is a result'
        FreshContract | [classNames: ['class0', 'class1']] | ['what is described is what comes'] || "'network' is not what was described"
        GreedyContract | [traits: Traits.of(Trait.SYMMETRIC)] | ['declared traits hold: symmetric in its two sides'] || "traits() says 'symmetric in its two sides', but on the random correlations of seed 1 the pairs do not follow"
        GreedyContract | [traits: Traits.of(Trait.PERMUTATION), partner: { unit, values -> unit % values.columns() }] | ['declared traits hold: permutation of units'] || 'the pairs do not follow'
        GreedyContract | [traits: Traits.of(Trait.TRANSLATION)] | ['declared traits hold: translation'] || "traits() says 'translation', but a matcher sees correlations alone"
        GreedyContract | [traits: Traits.NONE.between(0, 0.5)] | ['declared traits hold: range'] || 'is out of the range of traits(), 0.0 to 0.5'
        DrawnContract | [anyImages: true] | ['inputs out of the ordinary are handled as stated: one image'] || 'a Refusal or StageFailure was expected, but there is a result'
        DrawnContract | [seed: 1] | ['other replicas give other bytes'] || 'draws() is true, but replica 2 gives the bytes of replica 1'
        DrawnContract | [pValue: 0d] | ['what is described is what comes', 'other replicas give other bytes', *['a constant unit', 'only constant units', 'one unit a side', 'more units of x', 'fewer samples than units'].collect { "inputs out of the ordinary are handled as stated: $it".toString() }] || "has a p value of 0.0"
        SamplesContract | [correlate: { x, y -> shrunk(PlantedStages.OfSamples.cka(x.matrix(), y.matrix()), x.rows(0, 1)) }, traits: Traits.NONE] | ['the order of the samples does not matter'] || 'the order of the samples is of no meaning, but on the random activations of seed 1 cka is '
        SamplesContract | [traits: Traits.of(Trait.UNIT_SCALING)] | ['declared traits hold: scaling of each unit'] || "traits() says 'scaling of each unit', but on the random activations of seed 1 cka is "
        SamplesContract | [correlate: { x, y -> x.samples() > 3 && x.rows(3, 1).toArray().every { it == 0 } ? PlantedMetric.score(Double.NaN) : PlantedStages.OfSamples.cka(x.matrix(), y.matrix()) }] | ['inputs out of the ordinary are handled as stated: a sample of zeros'] || "only a Refusal or a StageFailure tells the user what to do, but this was java.lang.IllegalArgumentException: score 'cka' is NaN"
        SamplesContract | [correlate: { x, y -> def cka = PlantedStages.OfSamples.cka(x.matrix(), y.matrix()); Files.write(x.file(), [0] as byte[], StandardOpenOption.APPEND); cka }] | ['inputs stay as they are'] || 'the stage changed its inputs; they differ in all[0].value.file'
        GramsContract | [correlate: { x, y -> shrunk(PlantedStages.OfGrams.cka(x, y), x.values()) }, traits: Traits.NONE] | ['the order of the samples does not matter'] || 'the order of the samples is of no meaning, but on the random activations of seed 1 cka is '
        GramsContract | [correlate: { x, y -> shrunk(PlantedStages.OfGrams.cka(x, y), Matrix.row(x.units())) }, traits: Traits.of(Trait.SYMMETRIC)] | ['declared traits hold: symmetric in its two sides'] || "traits() says 'symmetric in its two sides', but on the random activations of seed 1 cka is "
        RowsContract | [columns: ['loss']] | ['what is described is what comes'] || "the columns of 'table' are not those described"
        RowsContract | [anyLabels: true] | ['inputs out of the ordinary are handled as stated: rows with other labels'] || 'a Refusal or StageFailure was expected'
        RowsContract | [anyScores: true] | ['inputs out of the ordinary are handled as stated: rows with other scores'] || 'a Refusal or StageFailure was expected'
    }

    private static shrunk(cka, Matrix by) {
        PlantedMetric.score(cka.scores().cka / (1 + Math.abs(by.at(0, 0))))
    }

    private static unless(Path path, RuntimeException failure) {
        if (path.fileName.toString() != 'number.txt') {
            throw failure
        }
        PlantedStages.Source.described(path)
    }

    /** Another image of its class instead of the last one. */
    private static Examples twice(Examples images) {
        def chosen = [0, *(1..<images.count())]
        chosen[-1] = Math.max(0, images.count() - 1 - images.classNames().size())
        new Examples(images.pixels().select(IntVector.of(chosen as int[])), images.labels(), images.classNames())
    }

    private static Examples relabelled(Examples images) {
        new Examples(images.pixels(), IntVector.of(images.labels().toArray().reverse()), images.classNames())
    }

    private static JointMoments lopsided(JointMoments moments) {
        def (n, x, y, xx, yy, xy, largestX, largestY, lengths) = parts(moments)
        new JointMoments(n, x, y, xx, yy, Activations.map(xy, { it / 2 }), largestX, largestY, lengths)
    }

    private static JointMoments scaled(JointMoments moments, double factor) {
        def (n, x, y, xx, yy, xy, largestX, largestY, lengths) = parts(moments)
        def (a, b, c) = [xx, yy, xy].collect { Matrix matrix -> Activations.map(matrix, { it * factor }) }
        new JointMoments(n, x, y, a, b, c, largestX, largestY, lengths)
    }

    private static List parts(JointMoments m) {
        [m.samples(), m.meanX(), m.meanY(), m.xx(), m.yy(), m.xy(), m.largestX(), m.largestY(), m.lengths()]
    }
}
