package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.Distribution.Result
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir
import tools.jackson.databind.json.JsonMapper

/** What is said of runs before and after them; one study, run twice, on a data file of its own. */
@Stepwise
class RunsEndToEndSpecification extends Specification {

    static final SCRIPT = '''\
        // A small study
        def epochs = param('epochs', 1, 'passes')
        def path = param('images', '', 'a zip', path: true)
        def images = dataset('image-folder', path: path)
        def net1 = train('sgd', images.train, network: 'mlp', epochs: epochs, replica: 1)
        def net2 = train('sgd', images.train, network: 'mlp', epochs: 1, replica: 2)
        def halves = split('random-samples', images)
        show 'Accuracy', summarise('table', [1: net1, 2: net2].collect { replica, net ->
            row(replica: replica, evaluate('accuracy', net, halves.A.test))
        })
        show 'Between', correlate('pearson', record('units', net1, images.test, layer: 'fc3'), record('units', net2, images.test, layer: 'fc3'))
        '''.stripIndent()

    @Shared
    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    @Shared
    List<String> ids = []

    Result command(Object... arguments) {
        distribution.run(folder, *arguments)
    }

    /** Standard error without what is said of plugins. */
    static String complaint(Result result) {
        result.err.readLines().findAll { !it.startsWith('warning: plugin ') }.collect { it + '\n' }.join()
    }

    static Map json(String text) {
        JsonMapper.builder().build().readValue(text, Map)
    }

    /** Lines of `plan`: task to state and reason. */
    Map<String, String> plan(Object... more) {
        def result = command('plan', 'study.groovy', '-P', 'images=photos', *more)
        assert result.exit == 0
        result.out.readLines().findAll { it =~ /^(cached|run) / }.collectEntries { line ->
            def reason = line =~ /\(([^()]*)\)$/
            [line.split(/\s+/)[1], line.startsWith('cached') ? 'cached' : reason[0][1]]
        }
    }

    def setupSpec() {
        Files.writeString(folder.resolve('study.groovy'), SCRIPT)
        def random = new Random(1)
        [['train', 'test'], ['cat', 'dog'], 1..8].combinations { part, name, i ->
            def file = Files.createDirectories(folder.resolve("photos/$part/$name")).resolve("${i}.png")
            def image = new java.awt.image.BufferedImage(8, 8, java.awt.image.BufferedImage.TYPE_INT_RGB)
            [0..7, 0..7].combinations { x, y -> image.setRGB(x, y, random.nextInt(1 << 24)) }
            javax.imageio.ImageIO.write(image, 'png', file.toFile())
        }
    }

    def 'before the first run everything was never run, and nothing is written'() {
        when:
        def result = command('plan', 'study.groovy', '-P', 'images=photos')

        then:
        result.exit == 0
        result.out.contains('9 tasks: 9 to run, 2 trainings among them; 0 cached')
        result.out.contains('no estimate: never run')
        plan().values().toSet() == ['never run'] as Set
        !Files.exists(folder.resolve('results'))
        !Files.exists(folder.resolve('.rep/tasks'))
        complaint(command('log')) == """\
            rep-framework: error REP-6002: there are no runs in ${folder.resolve('results')}
                Say with --results where they are.
            """.stripIndent()
    }

    def 'after it all is cached, and a change says why'() {
        when:
        def first = command('run', 'study.groovy', '-P', 'images=photos')
        def second = command('run', 'study.groovy', '-P', 'images=photos', '-P', 'epochs=2')
        ids = folder.resolve('results/study').toFile().list().findAll { it != 'latest' }.sort()

        then:
        first.exit == 0
        second.exit == 0
        ids.size() == 2
        plan().values().toSet() == ['cached'] as Set
        plan('-P', 'epochs=3').findAll { it.value != 'cached' } == [
                'train-1': 'epochs 2 -> 3', 'evaluate-1': 'input train-1 changes', 'summarise-1': 'input train-1 changes',
                'moments-1': 'input train-1 changes', 'correlate-1': 'input train-1 changes']
        command('plan', 'study.groovy', '-P', 'images=photos', '-P', 'epochs=3').out =~
                /9 tasks: 5 to run, 1 training among them; 4 cached\nestimate: \S+ \S+ with \d+ workers?, \S+ [kM]B of disk\n/
    }

    def 'the plan for programs is one line of JSON'() {
        when:
        def lines = command('plan', 'study.groovy', '-P', 'images=photos', '-P', 'epochs=3', '--format', 'json').out.readLines()
        def plan = json(lines.last())

        then:
        [plan.run, plan.cached, plan.trainings, plan.unknown] == [5, 4, 1, 0]
        plan.seconds > 0
        with(plan.tasks.find { it.task == 'train-1' }) {
            it.state == 'run'
            it.reason == 'epochs 2 -> 3'
            it.differences == ['epochs 2 -> 3']
            it.seconds > 0
        }
        plan.tasks.find { it.task == 'evaluate-1' }.because == ['train-1']
    }

    def 'a task is explained: by its name, by its line, and with near names for a wrong one'() {
        when:
        def byName = command('explain', 'study.groovy', 'train-1', '-P', 'images=photos', '-P', 'epochs=3').out
        def byLine = command('explain', 'study.groovy', ':7', '-P', 'images=photos').out

        then:
        byName.startsWith("train-1: train sgd, network: mlp, epochs: 3, replica: 1\nasked for at study.groovy:5:12\n")
        byName.contains('it will run: epochs 2 -> 3\ncompared with train-1 of study, ')
        byName =~ /\n  epochs +3\n/
        byName =~ /\n  input images +dataset-1 dataset.train, key [0-9a-f]{64}\n/
        byLine.startsWith("split-1: split random-samples\nasked for at study.groovy:7:14\n    def halves = split('random-samples', images)\nit is cached\n")
        byLine =~ /its result, \S+ \w+, took \S+ s, .* UTC, for split-1 of study\n  \S+\/tasks\/\w\w\/\w{64}\.json\n/

        when:
        def wrong = command('explain', 'study.groovy', 'trian-1', '-P', 'images=photos')

        then:
        wrong.exit == 2
        complaint(wrong) == '''\
            rep-framework: error REP-6005: the workflow has no task 'trian-1'; did you mean 'train-1'?
                possible: dataset-1, train-1, train-2, split-1, evaluate-1, evaluate-2, summarise-1, moments-1, correlate-1
            '''.stripIndent()
    }

    def 'the log lists the runs, the newest last, with what differs from the defaults'() {
        when:
        def lines = command('log').out.readLines()

        then:
        lines[0] =~ /^run +workflow +state +tasks +time +parameters$/
        lines[1] =~ /^${ids[0]}  study     complete  9 ran, 0 cached  .* images=.*photos$/
        lines[2] =~ /^${ids[1]}  study     complete  5 ran, 4 cached  .* epochs=2 images=.*photos$/
        lines.size() == 3
        command('log', 'other').exit == 2
    }

    def 'a run is shown, and two are compared'() {
        when:
        def shown = command('show', 'latest').out
        def compared = command('diff', ids[0], 'study/latest').out
        def unknown = command('show', ids[0] + 'x')

        then:
        shown.startsWith("study ${ids[1]}: complete, 5 ran, 4 cached, in ")
        shown =~ /\nparameters\n  epochs +2 +\(default 1\)\n  images +\S*photos +\(default ''\)\n/
        shown.contains('\ntables\n  accuracy\n  between\n')
        compared.startsWith("- study ${ids[0]}\n+ study ${ids[1]}\n\nparameters\n  epochs 1 -> 2\n\ntasks\n    train-1  epochs 1 -> 2\n")
        compared.contains('    evaluate-1  its inputs changed\n')
        !compared.contains('train-2')
        compared =~ /\n  accuracy: loss differs by at most \S+ \(row 1: \S+ -> \S+\)\n/
        command('diff', ids[1], folder.resolve("results/study/${ids[1]}")).out.endsWith('they are the same\n')
        unknown.exit == 2
        complaint(unknown) == """\
            rep-framework: error REP-6003: there is no run '${ids[0]}x'; did you mean '${ids[0]}'?
                possible: ${ids[1]}, ${ids[0]}, latest
            """.stripIndent()
    }

    def 'the plan is drawn'() {
        when:
        def result = command('graph', 'study.groovy', '-P', 'images=photos', '-P', 'epochs=3', '--out', 'pictures/plan.svg')
        def picture = Files.readString(folder.resolve('pictures/plan.svg'))

        then:
        result.exit == 0
        picture.contains('5 to run')
        picture.contains('4 cached')
        complaint(command('graph', 'study.groovy', '--out', 'pictures')) ==
                "rep-framework: error REP-6008: --out is pictures, which is a folder; name a file in it\n"
    }

    def 'a run is reproduced from its provenance alone: sources gone, store gone'() {
        given:
        ['study.groovy', '.rep'].each { Files.move(folder.resolve(it), folder.resolve("away-$it")) }

        when:
        def result = command('reproduce', 'latest')

        then:
        result.exit == 0
        result.out.startsWith('the environment is the same\n')
        result.out =~ /(\d+) artifacts: \1 bit-identical, 0 within a relative difference of 1.0E-6, 0 different/
        folder.resolve("results/study/${ids[1]}").toFile().list().every { !it.startsWith('reproduction') }

        cleanup:
        ['study.groovy', '.rep'].each { Files.move(folder.resolve("away-$it"), folder.resolve(it)) }
    }

    def 'what comes out otherwise is told, and how far it is off'() {
        given: 'a run whose training had one epoch more than its script says, and another Java'
        def altered = folder.resolve('results/study/altered')
        Distribution.copyFolder(folder.resolve("results/study/${ids[1]}"), altered)
        def file = altered.resolve('provenance.json')
        Files.writeString(file, Files.readString(file).replaceFirst(/("given" : \{[^}]*"epochs" : )2/, '$11').replaceAll(/"java" : "[^"]*"/, '"java" : "11"'))

        when:
        def result = command('reproduce', altered)

        then:
        result.exit == 1
        result.out =~ /^the environment differs:\n  java 11 -> \S+\n/
        result.out =~ /\ntrain-1 +network +different: /
        result.out =~ /\nevaluate-1 +scores +different: by \S+ \(relative \S+\)\n/
        result.out.readLines().last() == '12 artifacts: 6 bit-identical, 0 within a relative difference of 1.0E-6, 6 different'
    }

    def 'changed data is refused before anything runs'() {
        given:
        def image = folder.resolve('photos/train/cat/1.png')
        def bytes = Files.readAllBytes(image)

        when:
        Files.copy(folder.resolve('photos/train/cat/2.png'), image, java.nio.file.StandardCopyOption.REPLACE_EXISTING)
        def result = command('reproduce', ids[0])

        then:
        result.exit == 2
        complaint(result) =~ /^rep-framework: error REP-6006: the run cannot be reproduced: the content of ${folder.resolve('photos')} changed\n    Bring back the data as it was on \S+Z\.\n$/
        plan()['dataset-1'] == 'content of photos changed'

        cleanup:
        Files.write(image, bytes)
    }

    def 'cleaning is dry until it is told to, and a cleaned run is computed again'() {
        given:
        Distribution.copyFolder(folder.resolve('results'), folder.resolve('kept'))
        new File(folder.toFile(), 'results/study/altered').deleteDir()

        when:
        def all = command('clean')
        def dry = command('clean', '--keep-runs', '1')

        then:
        all.out =~ /0 bytes can be removed\n/
        dry.out =~ /5 files .* records of tasks that no run refers to\n/
        dry.out =~ /\S+ [kM]B can be removed\nnothing was removed; --force removes it\n$/
        plan('-P', 'epochs=1').values().toSet() == ['cached'] as Set

        when:
        def forced = command('clean', '--keep-runs', '1', '--force')

        then:
        forced.out =~ /\S+ [kM]B removed\n$/
        plan('-P', 'epochs=1')['train-1'] == 'epochs 2 -> 1'
        plan('-P', 'epochs=2').values().toSet() == ['cached'] as Set
        complaint(command('clean', '--older-than', 'a month')) ==
                'rep-framework: error REP-4011: --older-than is a month; it must be a number of days, like 30d\n'

        when:
        Files.writeString(folder.resolve("results/study/${ids[0]}/provenance.json"), '{')
        def refused = command('clean')

        then:
        refused.exit == 2
        complaint(refused) == """\
            warning: results/study/${ids[0]}/provenance.json cannot be read: it is damaged, or another version wrote it
            rep-framework: error REP-6004: nothing is cleaned as long as it is not known what results/study/${ids[0]} refers to
                Move the folder away if its results may go.
            """.stripIndent()
    }

    def 'a run whose script is not right any more is not reproduced'() {
        given:
        def altered = folder.resolve('altered')
        Distribution.copyFolder(folder.resolve("kept/study/${ids[1]}"), altered)
        def file = altered.resolve('provenance.json')
        Files.writeString(file, Files.readString(file).replace("split('random-samples'", "split('random-simples'"))

        when:
        def result = command('reproduce', altered)

        then:
        result.exit == 2
        result.err.contains("'random-simples'")
        result.err.endsWith('''\
            rep-framework: error REP-6007: the script of the run is not right with the stages that are installed now
                Install the plugins that rep-framework show names for the run.
            '''.stripIndent())
    }
}
