package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.dsl.Workflow
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.problem.Code
import org.repframework.engine.store.ContentHashes
import org.repframework.spi.Blueprint
import org.repframework.spi.Layer
import spock.lang.Specification
import spock.lang.TempDir

import static org.repframework.spi.Layer.Activation.IDENTITY
import static org.repframework.spi.Layer.Activation.RELU

class NetworkBlockSpecification extends Specification {

    static final IMAGES = "def images = dataset('pictures', path: 'photos.zip')\n"

    @TempDir
    Path folder

    def setup() {
        Files.writeString(folder.resolve('photos.zip'), 'bytes of a zip')
    }

    Workflow load(String script) {
        def file = Files.writeString(folder.resolve('study.groovy'), script)
        return new WorkflowLoader(InventedStages.registry()).load(
                new PlanContext(file, '', 1L, GivenParameters.NONE, [:]), new ContentHashes(folder.resolve('files.json')))
    }

    /** A training of a network with these lines as its block, which begins in line 3. */
    String training(String block) {
        IMAGES + "def small = network('small') {\n" + block.stripIndent() + "}\n" + "show 'Net', train('sgd', images.train, network: small)\n"
    }

    List<String> problems(String script) {
        load(script).problems().findAll { it.code() != Code.UNUSED }.collect { "${it.place().line()}:${it.place().column()} ${it.code()} ${it.message()}".toString() }
    }

    Blueprint blueprint(String block) {
        def workflow = load(training(block))
        assert workflow.problems()*.message() == []
        workflow.plan().get().tasks()[1].settings()[0].network()
    }

    def 'a block of every kind of layer is a blueprint, what is not said takes its default'() {
        expect:
        blueprint('''\
            conv 'conv1', channels: 16, kernel: 3
            conv 'conv2', channels: 8, kernel: 5, stride: 2, padding: 'valid', activation: 'identity'
            batchNorm 'norm2'
            activation 'relu2', 'relu'
            activation 'relu2b'
            pool 'pool1', size: 2
            pool('pool2', size: 1, stride: 2)
            dropout 'drop2', rate: 0.5
            dense 'fc2', units: 64
            output 'fc3'
            ''') == new Blueprint.Layered('small', [
                new Layer.Convolution('conv1', 16, 3, 1, Layer.Padding.SAME, RELU),
                new Layer.Convolution('conv2', 8, 5, 2, Layer.Padding.VALID, IDENTITY),
                new Layer.BatchNormalisation('norm2'),
                new Layer.Rectifier('relu2'),
                new Layer.Rectifier('relu2b'),
                new Layer.MaxPooling('pool1', 2, 2),
                new Layer.MaxPooling('pool2', 1, 2),
                new Layer.Dropout('drop2', 0.5),
                new Layer.Dense('fc2', 64, RELU),
        ], 'fc3')
    }

    def 'loops, functions and closures make layers too'() {
        when:
        def script = IMAGES + '''\
            def channels = 4
            def stage(n) {
                conv "conv$n", channels: n, kernel: 3
            }
            def pair = { n -> dense "fc$n", units: n; dense "fc${n}b", units: n }
            def deep = network('deep') {
                (1..2).each { conv "conv$it", channels: channels * it, kernel: 3 }
                stage(3)
                for (n in [4, 5]) { pair(n) }
                output 'fc6'
            }
            show 'Net', train('sgd', images.train, network: deep)
            '''.stripIndent()
        def task = load(script).plan().get().tasks()[1]

        then:
        task.settings()[0].network().layers()*.name() == ['conv1', 'conv2', 'conv3', 'fc4', 'fc4b', 'fc5', 'fc5b']
        task.settings()[0].network().layers()*.class.simpleName.toSet() == ['Convolution', 'Dense'] as Set
        task.call() == 'train sgd, network: deep'
    }

    def 'a network with equal layers is the same task wherever it is written, another size another'() {
        when:
        def block = "{ dense 'fc1', units: 5; output 'fc2' }"
        def plan = load(IMAGES + "def a = network('n') $block\n\n  def b = network('n') $block\n" +
                "def c = network('n') ${block.replace('5', '6')}\n" +
                "show 'N', train('sgd', images.train, network: a), train('sgd', images.train, network: b), train('sgd', images.train, network: c)").plan().get()

        then:
        plan.tasks()*.id() == ['dataset-1', 'train-1', 'train-2']
    }

    def 'a layer of which nothing would be left is reported at its own line'() {
        expect:
        problems(training('''\
            conv 'conv1', channels: 4, kernel: 3
            pool 'pool1', size: 2
            conv 'conv5',
                channels: 4, kernel: 5, padding: 'valid'
            output 'fc'
            ''')) == ['5:6 REP-3008 conv5 would be 0x0: input 4x4, kernel 5']
    }

    def 'a layer that such a network does not have is refused with those it has'() {
        when:
        def problem = load(training("conv 'conv1', channels: 4, kernel: 3\noutput 'fc2'\n").replace('show', 'def net =')
                .replace("'Net', ", '') + "show 'Units', correlate('pearson', *[record('units', net, images.test, layer: 'conv9')] * 2)").problems()[0]

        then:
        problem.message() == "'conv9' is not a layer of small; did you mean 'conv1'?"
        problem.possible() == ['conv1', 'fc2']
    }

    def 'what is wrong in a block is told at its very word: #block'() {
        expect:
        problems(training(block + '\n' + (block.contains('output') ? '' : "output 'fc'\n"))) == told

        where:
        block                                              || told
        "conv 'a', channels: 4"                            || ["3:1 REP-2007 'conv' needs the setting 'kernel': edge length of the window"]
        "conv 'a', channels: 4, kernel: 0"                 || ['3:32 REP-2005 kernel is 0; it must be a whole number, at least 1']
        "conv 'a', chanels: 4, kernel: 3, channels: 1"     || ["3:11 REP-2003 'conv' has no setting 'chanels'; did you mean 'channels'?"]
        "conv 'a', channels: 4, kernel: 3, padding: 'sam'" || ["3:44 REP-2006 'sam' is not a choice for padding; did you mean 'same'?"]
        "conv 'a', channels: 'many', kernel: 3"            || ["3:21 REP-2004 channels is the text 'many'; it must be a whole number, at least 1"]
        "dropout 'a', rate: 1"                             || ['3:20 REP-3099 rate is 1.0; it must be a number, at least 0 and below 1']
        "dense units: 4"                                   || ['3:1 REP-2022 dense begins with the name of the layer, a text in quotes']
        "dense 'my layer', units: 4"                       || ["3:7 REP-2022 'my layer' is no name for a layer: it takes letters, digits, _ and -, a letter first"]
        "dense 'a', 4, units: 4"                           || ['3:12 REP-2010 dense takes the name of the layer, this is one more']
        "activation 'a', 'tanh'"                           || ["3:17 REP-2006 there is no activation 'tanh'"]
        "dense 'a', units: 4\ndense 'a', units: 4"         || ["4:7 REP-2022 two layers are called 'a'"]
        "dense 'fc', units: 4\noutput 'fc'"                || ["4:8 REP-2022 two layers are called 'fc'"]
        "output 'fc'\ndense 'a', units: 4"                 || ["4:1 REP-2025 'a' stands above the output 'fc', which is the last layer"]
        "output 'fc', units: 3"                            || ["3:14 REP-2003 'output' has no setting 'units'"]
        "if (false) output 'fc'"                           || ["2:13 REP-2025 the network 'small' has no output"]
        "train('sgd', images.train)"                       || ["3:1 REP-2023 'train' is no layer"]
        "network('inner') { }"                             || ["3:1 REP-2023 'network' is no layer"]
        "cnov 'a', channels: 4, kernel: 3"                 || ["3:1 REP-2023 'cnov' is no layer; did you mean 'conv'?"]
        "dense 'a', units: imags.count"                    || ["3:19 REP-1002 there is no variable 'imags'; did you mean 'images'?"]
    }

    def 'a network that is no block, and a layer outside of one, are told: #script'() {
        expect:
        problems(IMAGES + script) == told

        where:
        script                                           || told
        "network('small')"                               || ['2:1 REP-2021 network takes a name and a block of layers']
        "network { output 'fc' }"                        || ['2:1 REP-2021 network takes a name and a block of layers']
        "network('small', depth: 3) { output 'fc' }"     || ['2:1 REP-2021 network takes a name and a block of layers']
        "conv 'a', channels: 4, kernel: 3"               || ["2:1 REP-2024 'conv' is a layer and stands outside of a network"]
        "match('bipartite', network('n') { output 'o' })" || ["2:20 REP-2008 input 1 of 'bipartite' must be CorrelationMatrix, this is network block"]
        "train('sgd', images.train, epochs: network('n') { output 'o' })" || ["2:36 REP-2004 epochs is a network block; it must be a whole number, at least 1"]
        "network('n') { throw new RuntimeException('oh') }\nnetwork('m') { output 'o' }" || ['2:0 REP-1008 the script fails: oh']
    }
}
