package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Specification
import spock.lang.TempDir

/** Engine and worker, killed as {@code kill -9} does at moments that nobody chose. */
class KilledRunEndToEndSpecification extends Specification {

    static final SCRIPT = '''\
        def images = dataset('synthetic', train: 400, test: 100)
        def nets = (1..2).collect { train('sgd', images.train, network: 'convnet', epochs: 40, replica: it, schedule: 'cosine', mirror: true) }
        show 'Scores', summarise('table', nets.withIndex().collect { net, i -> row(net: i, evaluate('accuracy', net, images.test)) })
        '''.stripIndent()

    @TempDir
    Path folder

    def 'a run that is killed again and again, two tasks beside each other, ends with the weights of one that is not, task by task'() {
        given:
        def distribution = Distribution.built()
        def random = new Random()
        Files.writeString(folder.resolve('study.groovy'), SCRIPT)

        when:
        def killed = (1..5).count {
            def process = distribution.start(folder, ['run', 'study.groovy', '--workers', '2'])
            def ended = process.waitFor(2500 + random.nextInt(2500), TimeUnit.MILLISECONDS)
            def workers = process.descendants().toList()
            process.destroyForcibly().waitFor()
            if (random.nextBoolean()) { // else they notice by themselves
                workers*.destroyForcibly()
            }
            workers*.onExit()*.get(30, TimeUnit.SECONDS)
            !ended
        }
        def resumed = distribution.run(folder, 'run', 'study.groovy', '--workers', '2')
        def whole = distribution.run(folder, 'run', 'study.groovy', '--workers', '1', '--store', 'other', '--results', 'others')

        then:
        killed > 0
        resumed.exit == 0
        whole.exit == 0
        objects('.rep').containsAll(objects('other'))
        folder.resolve('results/study/latest/tables/scores.csv').toFile().text ==
                folder.resolve('others/study/latest/tables/scores.csv').toFile().text
    }

    /** Names are the hashes of the bytes. */
    Set<String> objects(String store) {
        Files.walk(folder.resolve(store).resolve('objects')).withCloseable { files ->
            files.findAll { Files.isRegularFile(it) }.collect { it.fileName.toString() }.toSet()
        }
    }
}
