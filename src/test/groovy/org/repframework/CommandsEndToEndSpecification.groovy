package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import javax.imageio.ImageIO
import java.awt.image.BufferedImage
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Commands and bad input, as a user meets them. */
class CommandsEndToEndSpecification extends Specification {

    static final SMALL = '''\
        // A small study
        def images = dataset('synthetic', train: 200, test: 80, classes: 4)
        def net = train('sgd', images.train, network: 'mlp', epochs: 1)
        show 'Accuracy', evaluate('accuracy', net, images.test)
        '''.stripIndent()

    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    Path script(String text) {
        Files.writeString(folder.resolve('study.groovy'), text)
    }

    def 'the version, the plugins and the stages are listed'() {
        expect:
        distribution.run(folder, '--version').out =~ /^rep-framework \d+\.\d+\.\d+/
        distribution.run(folder, 'plugins').out.contains('correlate svcca')
        distribution.run(folder, 'stages').out.contains("train('sgd', Examples images, [from: Network])")

        when:
        def one = distribution.run(folder, 'stages', 'svcca')

        then:
        one.exit == 0
        one.out.contains('variance: number')
        !one.out.contains('sgd')
    }

    def 'without a command the help is shown and nothing is done'() {
        expect:
        def result = distribution.run(folder)
        result.exit == 2
        result.err.contains('Usage: rep-framework')
    }

    def 'a workflow says its parameters, also if it has mistakes'() {
        given:
        script("""\
            def epochs = param('epochs', 10, 'passes over the images', min: 1, max: 1000)
            def splitBy = param('splitBy', 'classes', 'how', choices: ['classes', 'samples'])
            def images = param('images', '', path: true)
            trian()
            """.stripIndent())

        when:
        def result = distribution.run(folder, 'run', 'study.groovy', '--help')

        then:
        result.exit == 0
        !result.err.contains('REP-')
        result.out.endsWith("""\
            Parameters of the workflow (-P name=value):
              epochs   whole number, 1 to 1000  default 10       passes over the images
              splitBy  classes | samples        default classes  how
              images   path                     default ''
            The workflow has mistakes, so that some may be missing; rep-framework check study.groovy tells them.
            """.stripIndent())
    }

    def 'parameters come from a file, and the command line wins'() {
        given:
        script(SMALL.replace('epochs: 1', "epochs: param('epochs', 1, min: 1), batch: param('batch', 16)"))
        Files.writeString(folder.resolve('study.yaml'), 'epochs: 3\nbatch: 32\n')

        expect:
        distribution.run(folder, 'plan', 'study.groovy', '--params', 'study.yaml', '-P', 'epochs=2').out
                .contains('train sgd, network: mlp, epochs: 2, batch: 32')
        distribution.run(folder, 'check', 'study.groovy', '--params', 'none.yaml').err.contains(
                "error REP-4014: there is no file of parameters none.yaml")
    }

    def 'every workflow of the distribution is right'() {
        expect:
        distribution.home.resolve('workflows').toFile().listFiles().every {
            distribution.run(folder, 'check', it).exit == 0
        }
    }

    def 'what cannot be is refused before anything runs, with what was possible: #arguments'() {
        given:
        script(text)

        when:
        def result = distribution.run(folder, *arguments)

        then:
        result.exit == 2
        result.err.contains(message)
        !Files.exists(folder.resolve('results'))

        where:
        arguments                                   | text                                            | message
        ['run', 'missing.groovy']                   | SMALL                                           | 'there is no workflow missing.groovy'
        ['run', 'study.groovy', '--seed', '0']      | SMALL                                           | '--seed 0 is refused'
        ['run', 'study.groovy', '-P', 'epoch=1']    | SMALL                                           | "error REP-4001: -P epoch=1: the workflow has no parameter 'epoch'; it has none"
        ['rum', 'study.groovy']                     | SMALL                                           | "Unmatched arguments from index 0: 'rum', 'study.groovy'"
        ['stages', 'svca']                          | SMALL                                           | "there is no stage 'svca'; did you mean 'svcca'?"
        ['check', 'study.groovy']                   | SMALL.replace("'sgd'", "'sdg'")                 | "study.groovy:3:17: error REP-2001: there is no trainer 'sdg'; did you mean 'sgd'?"
        ['plan', 'study.groovy']                    | SMALL.replace('epochs: 1', 'epochs: 0')         | "epochs is 0; it must be a whole number, at least 1"
        ['run', 'study.groovy']                     | SMALL.replace("'mlp'", "'mpl'")                 | "did you mean 'mlp'?"
        ['run', 'study.groovy']                     | "dataset('image-folder', path: 'nowhere')"      | 'nowhere'
        ['run', 'study.groovy']                     | "split('classes', dataset('synthetic'), a: ['house', 'tree'], b: ['fur', 'waves'])" | "'tree'"
    }

    def 'a layer that the network does not have is refused with those it has'() {
        given:
        script(SMALL + "\nrecord('units', net, images.test, layer: 'conv1')\n")

        when:
        def result = distribution.run(folder, 'run', 'study.groovy')

        then:
        result.exit == 2
        result.err.contains("study.groovy:6:42: error REP-3001: 'conv1' is not a")
        result.err.contains('fc1, fc2, fc3')
        result.err.contains("    record('units', net, images.test, layer: 'conv1')\n" + ' ' * 45 + '^~~~~~~')
    }

    def 'a training that diverges stops its task alone, and the next run goes on from what is finished'() {
        given:
        script(SMALL + "show 'Wild', train('sgd', images.train, network: 'mlp', epochs: 3, learningRate: 1e30).curve\n")

        when:
        def result = distribution.run(folder, 'run', 'study.groovy')

        then:
        result.exit == 1
        result.err =~ /failed: study\.groovy:5:14: train-2 .*epoch 1.*1\.0E30/
        result.out.contains('not complete: 3 ran, 0 cached, 1 failed, 0 skipped')
        !Files.exists(folder.resolve('results/study/latest'))

        when:
        script(SMALL)
        def again = distribution.run(folder, 'run', 'study.groovy')

        then:
        again.exit == 0
        again.out.contains('done: 0 ran, 3 cached')
    }

    def 'an unreadable image fails its task with the name of the image'() {
        given:
        [['train', 'test'], ['cat', 'dog'], 1..3].combinations { part, name, i ->
            def file = Files.createDirectories(folder.resolve("images/$part/$name")).resolve("${i}.png")
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), 'png', file.toFile())
        }
        Files.writeString(folder.resolve('images/train/dog/2.png'), 'not a picture')
        script("show 'Curve', train('sgd', dataset('image-folder', path: 'images').train, network: 'mlp', epochs: 1).curve")

        when:
        def result = distribution.run(folder, 'run', 'study.groovy')

        then:
        result.exit == 1
        result.err =~ /failed: study\.groovy:1:28: dataset-1 .*dog.2\.png/
        result.out.contains('0 ran, 0 cached, 1 failed, 1 skipped')
    }

    def 'a metric lives in its plugin: without the directory the workflow is refused, with it it runs'() {
        given:
        def own = distribution.copy(folder.resolve('own'))
        def away = folder.resolve('away')
        Files.move(own.home.resolve('plugins/svcca'), away)
        script(SMALL + '''\
            def units = record('units', net, images.test, layer: 'fc3')
            show 'Similarity', correlate('svcca', units, units)
            '''.stripIndent())

        when:
        def refused = own.run(folder, 'run', 'study.groovy')

        then:
        refused.exit == 2
        refused.err.contains("study.groovy:6:30: error REP-2001: there is no correlation metric 'svcca'")
        refused.err =~ /possible: cka, .*pearson/
        !Files.exists(folder.resolve('results'))

        when:
        Files.move(away, own.home.resolve('plugins/svcca'))
        def result = own.run(folder, 'run', 'study.groovy')

        then:
        result.exit == 0
        result.out.contains('done: 5 ran, 0 cached')
    }

    def 'a broken plugin is a warning for who does not use it and an error for who does'() {
        given:
        def own = distribution.copy(folder.resolve('own'))
        own.run(folder, 'stages')
        own.home.resolve('plugins/svcca').toFile().listFiles().each { Files.writeString(it.toPath(), 'no jar') }
        script(SMALL)

        when:
        def unused = own.run(folder, 'check', 'study.groovy')
        script(SMALL + "correlate('svcca', 1, 2)\n")
        def used = own.run(folder, 'check', 'study.groovy')

        then:
        unused.exit == 0
        unused.err =~ /warning: plugin .*svcca is broken and left out: /
        used.exit == 2
        used.err =~ /REP-5003: 'svcca' comes from the plugin in \S+plugins.svcca, which is broken: \S+jar is not as recorded in plugins\.lock; install the plugin again/
    }

    def 'REP-5002: two plugins with one stage are refused, and both are named'() {
        given:
        def own = distribution.copy(folder.resolve('own'))
        def plugins = own.home.resolve('plugins')
        Distribution.copyFolder(plugins.resolve('svcca'), plugins.resolve('svcca-copy'))

        when:
        def result = own.run(folder, 'stages', 'svcca')

        then:
        result.exit == 2
        result.err.readLines().findAll { !it.startsWith('warning: ') } == [
                'rep-framework: error REP-5002: the plugins do not fit together:',
                *['svcca', 'cca', 'cca-r2', 'pwcca', 'wilks', 'pillai'].collect {
                    "  correlate $it is offered twice: by plugin svcca in $plugins/svcca and by plugin svcca in $plugins/svcca-copy"
                },
                "Remove one of the plugins from $plugins"]*.toString()
    }

    Process startLongTraining() {
        script(SMALL.replace('epochs: 1', 'epochs: 2000'))
        def process = distribution.start(folder, ['run', 'study.groovy'])
        def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120)
        while (!Files.readString(folder.resolve('err.txt')).contains('start   train-1') && System.nanoTime() < deadline) {
            process.waitFor(100, TimeUnit.MILLISECONDS)
        }
        return process
    }

    def 'a run that is killed leaves finished work and no worker, and the next one goes on'() {
        given:
        def process = startLongTraining()
        def workers = process.descendants().toList()

        when:
        process.destroyForcibly().waitFor()
        workers.each { it.onExit().get(30, TimeUnit.SECONDS) }
        script(SMALL)
        def result = distribution.run(folder, 'run', 'study.groovy')

        then:
        !workers.isEmpty()
        result.exit == 0
        result.out.contains('done: 2 ran, 1 cached')
    }

    def 'a training killed in the middle goes on from its last epoch and ends with the same bytes'() {
        given:
        script(SMALL.replace('epochs: 1', 'epochs: 400'))
        def process = distribution.start(folder, ['run', 'study.groovy'])
        def deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120)
        while (!checkpointExists() && System.nanoTime() < deadline) {
            process.waitFor(50, TimeUnit.MILLISECONDS)
        }
        def workers = process.descendants().toList()

        when:
        process.destroyForcibly().waitFor()
        workers.each { it.onExit().get(30, TimeUnit.SECONDS) }
        def leftBehind = checkpointExists()
        def result = distribution.run(folder, 'run', 'study.groovy')
        distribution.run(folder, 'run', 'study.groovy', '--store', 'undisturbed')

        then:
        leftBehind
        result.exit == 0
        result.out.contains('done: 2 ran, 1 cached')
        networks('.rep').size() == 1
        networks('.rep') == networks('undisturbed')
    }

    boolean checkpointExists() {
        def work = folder.resolve('.rep/work').toFile()
        work.isDirectory() && work.listFiles().any { new File(it, 'scratch/checkpoint.bin').exists() }
    }

    List<String> networks(String store) {
        folder.resolve(store).resolve('objects').toFile().listFiles()*.list().flatten().findAll { it.endsWith('.zip') }
    }

    def 'an interrupted run ends with 130 and says that finished work is kept'() {
        given:
        def process = startLongTraining()
        def workers = process.descendants().toList()

        when:
        new ProcessBuilder('kill', '-INT', process.pid().toString()).start().waitFor()
        def ended = process.waitFor(60, TimeUnit.SECONDS)

        then:
        ended
        process.exitValue() == 130
        Files.readString(folder.resolve('err.txt')).contains('interrupted; what is finished is kept')
        workers.every { it.onExit().get(30, TimeUnit.SECONDS) != null }
    }
}
