package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.dsl.Workflow
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.problem.Code
import org.repframework.engine.problem.Place
import org.repframework.engine.problem.Severity
import org.repframework.engine.registry.BrokenPlugin
import org.repframework.engine.store.ContentHashes
import spock.lang.Specification
import spock.lang.TempDir

class WorkflowSpecification extends Specification {

    static final GOOD = '''\
        // Do they learn the same?
        // After Li et al.
        def epochs = param('epochs', 3, 'passes over the images')
        def images = dataset('pictures', path: 'photos.zip')
        def net1 = train('sgd', images.train, epochs: epochs, replica: 1)
        def net2 = train('sgd', images.train, epochs: epochs, replica: 2)
        ['conv1', 'fc2'].each { layer ->
            def a = record('units', net1, images.test, layer: layer)
            def b = record('units', net2, images.test, layer: layer)
            show "Matching, $layer", match('bipartite', correlate('pearson', a, b))
        }
        show 'Curve', net1.curve
        show 'Table', summarise('table', [row(net: 1, evaluate('accuracy', net1, images.test))])
        '''.stripIndent()

    @TempDir
    Path folder

    def setup() {
        Files.writeString(folder.resolve('photos.zip'), 'bytes of a zip')
    }

    Workflow load(String script, Map<String, String> parameters = [:], Map options = [:]) {
        def file = folder.resolve('study.groovy')
        Files.writeString(file, script)
        def given = GivenParameters.read(parameters.collect { name, value -> "$name=$value".toString() }, Optional.empty(),
                options.current ?: folder)
        def context = new PlanContext(file, WorkflowLoader.question(file), options.seed ?: 1L, given, [threads: (options.threads ?: 1).toString()])
        def registry = options.registry ?: InventedStages.registry()
        return new WorkflowLoader(registry).load(context, new ContentHashes(folder.resolve('files.json')))
    }

    /** Errors as `line:column message`. */
    List<String> problems(String script, Map<String, String> parameters = [:]) {
        load(script, parameters).problems().findAll { it.severity() == Severity.ERROR }.collect { it.place().line() + ':' + it.place().column() + ' ' + it.message() }
    }

    Map<String, String> keys(Workflow workflow) {
        workflow.plan().get().tasks().collectEntries { [it.id(), it.key()] }
    }

    def 'a script becomes a plan with every input before its consumer'() {
        when:
        def plan = load(GOOD).plan().get()

        then:
        plan.workflow() == 'study'
        plan.question() == 'Do they learn the same?\nAfter Li et al.'
        plan.parameters() == [epochs: 3]
        plan.tasks()*.id() == ['dataset-1', 'train-1', 'train-2', 'moments-1', 'correlate-1', 'match-1', 'moments-2',
                'correlate-2', 'match-2', 'evaluate-1', 'summarise-1']
        plan.tasks().every { task -> task.inputs().every { it.edge().task() < task.number() } }
        plan.tasks()[1].call() == 'train sgd, epochs: 3, replica: 1'
        plan.exhibits()*.title() == ['Matching, conv1', 'Matching, fc2', 'Curve', 'Table']
    }

    def 'a checkpoint of a training is a port that a script asks for by its share'() {
        given:
        def script = { share ->
            """\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train, checkpoints: [0, 0.35, 1])
            show 'On the way', net.at($share)
            """.stripIndent()
        }

        expect:
        load(script(given)).plan().get().exhibits()[0].edges()*.port() == [port]
        problems(script('0.3')) == ["3:24 Network has no part 'at(0.3)'; did you mean 'at(0.35)'?"]
        problems(script('null')).size() == 1

        where:
        given  || port
        '0.35' || 'at(0.35)'
        '0.350' || 'at(0.35)'
        '1'    || 'at(1)'
        '1.0'  || 'at(1)'
        '0'    || 'at(0)'
    }

    def 'REP-1015: a script with more code than Java compiles is told so'() {
        given:
        def script = "def images = dataset('pictures', path: 'photos.zip')\n" +
                (1..2000).collect { "show 'Curve $it', train('sgd', images.train, replica: $it).curve\n" }.join()

        expect:
        with(load(script).problems()) {
            it*.code() == [Code.TOO_LARGE]
            it*.place() == [Place.ofLine('study.groovy', 1)]
            it*.message() == ['the script is too large to compile']
            it*.todo() == ['write what repeats as a loop, and divide the rest into functions']
        }
    }

    def 'a mark of the byte order before the text is no part of it'() {
        expect:
        load('\uFEFF' + GOOD).plan().get().question() == 'Do they learn the same?\nAfter Li et al.'
    }

    def 'evaluating a script twice gives the same keys'() {
        expect:
        keys(load(GOOD)) == keys(load(GOOD))
    }

    def 'changing one setting changes the keys of what depends on it and of nothing else'() {
        when:
        def before = keys(load(GOOD))
        def after = keys(load(GOOD.replace('epochs: epochs, replica: 2', 'epochs: 4, replica: 2')))

        then:
        before.findAll { id, key -> after[id] == key }.keySet() == ['dataset-1', 'train-1', 'evaluate-1', 'summarise-1'] as Set
    }

    def 'the workflow seed reaches the keys of stages that draw, and the content of a file the keys of all'() {
        given:
        def before = keys(load(GOOD))

        when:
        def reseeded = keys(load(GOOD, [:], [seed: 2L]))
        Files.writeString(folder.resolve('photos.zip'), 'other bytes')
        def edited = keys(load(GOOD))

        then:
        reseeded['dataset-1'] == before['dataset-1']
        reseeded['train-1'] != before['train-1']
        edited.every { id, key -> before[id] != key }
    }

    def 'the number of threads is in the keys of stages that depend on it only'() {
        when:
        def one = keys(load(GOOD))
        def two = keys(load(GOOD, [:], [threads: 2]))

        then:
        one['dataset-1'] == two['dataset-1']
        one['train-1'] != two['train-1']
    }

    def 'equal calls are one task'() {
        when:
        def plan = load('''\
            def images = dataset('pictures', path: 'photos.zip')
            def nets = (1..3).collect { train('sgd', images.train, epochs: 2) }
            show 'One', nets[2]
            '''.stripIndent()).plan().get()

        then:
        plan.tasks()*.id() == ['dataset-1', 'train-1']
    }

    def 'all mistakes are found at once, in loops too, each at its very word'() {
        expect:
        problems('''\
            def images = dataset('pictures', path: 'photos.zip', cuont: 5)
            def pictures = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', pictures.train, epochs: 0)
            def good = train('sgd', pictures.train)
            def other = train('sdg', images.train)
            ['conv1', 'conv9'].each { layer ->
                record('units', good, pictures.test,
                    layer: layer)
            }
            match('bipartite', good)
            train('sgd', pictures)
            train('sgd', pictures.train, learningRate: 'fast', schedule: 'cosine')
            show 'Nothing', pictures.tset
            '''.stripIndent()) == [
                "1:54 'pictures' has no setting 'cuont'; did you mean 'count'?",
                "3:48 epochs is 0; it must be a whole number, at least 1",
                "5:19 there is no trainer 'sdg'; did you mean 'sgd'?",
                "8:16 'conv9' is not a layer of tiny; did you mean 'conv1'?",
                "10:20 input 1 of 'bipartite' must be CorrelationMatrix, this is Network",
                "11:14 input 1 of 'sgd' must be Examples, this is Dataset",
                "12:44 learningRate is the text 'fast'; it must be a number, at least 0",
                "12:62 'cosine' is not a choice for schedule",
                "13:26 Dataset has no part 'tset'; did you mean 'test'?",
        ]
    }

    def 'words that are neither variable nor verb are named with what was near'() {
        expect:
        problems('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = trian('sgd', images.train)
            train('sgd', imags.train)
            '''.stripIndent()) == [
                "2:11 there is no verb or function 'trian'; did you mean 'train'?",
                "3:14 there is no variable 'imags'; did you mean 'images'?",
        ]
    }

    def 'a syntax error is reported at its place'() {
        expect:
        problems("def a = 1\ndef b = (2\n")[0].startsWith('3:1 ') || problems("def a = 1\ndef b = (2\n")[0].startsWith('2:')
    }

    def 'an exception inside a closure is reported at the line of the script that owns it'() {
        expect:
        problems('''\
            def numbers = [1, 2]
            numbers.each { n ->
                n.toString().substring(5)
            }
            '''.stripIndent())[0].startsWith('3:0 the script fails: ')
    }

    def 'parameters take the type of their default, and unknown ones are refused'() {
        expect:
        load(GOOD, [epochs: '7']).plan().get().parameters() == [epochs: 7]
        problems(GOOD, [epochs: 'many']) == [
                "3:20 -P epochs=many: epochs is the text 'many'; it must be a whole number"]
        problems(GOOD, [epoch: '7']) == [
                "0:0 -P epoch=7: the workflow has no parameter 'epoch'; did you mean 'epochs'?"]
    }

    def 'recordings that do not fit together are refused with their numbers'() {
        expect:
        problems('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train)
            def sums = record('units', net, images.test, layer: 'conv1')
            def positions = record('units', net, images.test, layer: 'conv1', reading: 'positions')
            def elsewhere = record('units', net, images.train, layer: 'conv1')
            correlate('pearson', sums, positions)
            correlate('pearson', sums, elsewhere)
            '''.stripIndent()) == [
                "6:28 the recordings have 100 and 6400 samples",
                "7:28 both recordings must be made by one recorder over the same images in the same order",
        ]
    }

    def 'a title names files and may be used once'() {
        expect:
        problems('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train)
            show 'Net', net
            show 'Net', net.curve
            '''.stripIndent()) == ["4:6 two exhibits have the title 'Net'"]
    }

    def 'a script may ask what is known of a result beforehand, and loop over it'() {
        when:
        def plan = load('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train)
            for (layer in net.layers) {
                show "Within $layer", correlate('pearson', record('units', net, images.test, layer: layer), record('units', net, images.test, layer: layer))
            }
            show 'Classes', summarise('table', [row(classes: images.train.classNames.size(), images: images.test.count, evaluate('accuracy', net, images.test))])
            '''.stripIndent()).plan().get()

        then:
        plan.exhibits()*.title() == ['Within conv1', 'Within fc2', 'Classes']
        plan.tasks().last().inputs()[0].labels().values().every { it instanceof Integer && it > 1 }
    }

    def 'a row holds the scores of several artifacts, and each row is a slot of its own'() {
        when:
        def task = load('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train)
            def accuracy = evaluate('accuracy', net, images.test)
            show 'Table', summarise('table', [row(net: 1, accuracy, net.curve), row(net: 1, accuracy)])
            '''.stripIndent()).plan().get().tasks().last()

        then:
        task.inputs().collect { [it.slot(), it.edge().port()] } == [['rows 1', 'scores'], ['rows 1', 'curve'], ['rows 2', 'scores']]
    }

    def 'a row without scores says so at the argument'() {
        expect:
        problems('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train)
            summarise('table', [row(net: 1, net.curve, net), row(net: 2)])
            '''.stripIndent()) == [
                '3:44 a row takes artifacts with scores, this is Network',
                '3:50 a row takes at least one artifact with scores',
        ]
    }

    def 'a plot of a column that the table will not have is refused before anything runs'() {
        expect:
        problems('''\
            def images = dataset('pictures', path: 'photos.zip')
            def net = train('sgd', images.train)
            def table = summarise('table', [row(net: 1, evaluate('accuracy', net, images.test))])
            plot 'Good', table, x: 'net', y: 'score', band: null
            plot 'Bad', table, x: 'net', y: 'scor', serie: 'net'
            plot 'Worse', net, x: 'net', y: 'score'
            '''.stripIndent()) == [
                "5:33 the table has no column 'scor'; did you mean 'score'?",
                "5:41 plot has no setting 'serie'; did you mean 'series'?",
                '6:15 plot draws a Table, this is Network',
        ]
    }

    def 'an unknown stage while plugins are broken says so'() {
        given:
        def broken = [new BrokenPlugin(Path.of('plugins/svcca'), 'class a.B is missing')]

        expect:
        load("correlate('svcca', 1, 2)", [:], [registry: InventedStages.registry(broken)]).problems()[0].todo()
                == '1 installed plugin could not be loaded, see the warnings above'
    }
}
