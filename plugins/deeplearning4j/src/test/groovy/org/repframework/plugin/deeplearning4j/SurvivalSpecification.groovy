package org.repframework.plugin.deeplearning4j

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import org.repframework.spi.Network
import spock.lang.Specification
import spock.lang.TempDir
import spock.lang.Timeout

/** Kills a training as {@code kill -9} does, again and again, at moments that nobody chose. */
class SurvivalSpecification extends Specification {

    static final KILLS = 16

    @TempDir
    Path folder

    @Timeout(300)
    def "a training that is killed again and again ends with the bytes of one that is not"() {
        given:
        def scratch = Files.createDirectories(folder.resolve('scratch'))
        def random = new Random()
        def epochs = []

        when:
        def killed = (1..KILLS).count { kill ->
            def process = start(scratch)
            def lines = process.inputReader().lines().iterator()
            assert lines.next() == 'begun'
            epochs << lines.next()
            if (kill % 2 == 0) { // then the epoch before is on the disk for certain
                epochs << lines.next()
            }
            Thread.sleep(random.nextInt(30))
            process.destroyForcibly().waitFor(60, TimeUnit.SECONDS)
            process.exitValue() == 128 + 9
        }
        def resumed = KilledTraining.run(folder, scratch) { epochs << it }
        def whole = KilledTraining.run(folder, Files.createDirectories(folder.resolve('whole'))) {}

        then: 'each went on behind the last'
        killed > 0
        epochs.collect { epoch(it) } == epochs.collect { epoch(it) }.toSorted()
        epochs.collect { epoch(it) }.last() == KilledTraining.EPOCHS
        epoch(epochs[KILLS + KILLS.intdiv(2)]) > KILLS.intdiv(2)

        and:
        bytes(resumed.network()) == bytes(whole.network())
        resumed.curve() == whole.curve()
        resumed.checkpoints().keySet().toList() == [0d, 0.35d, 1d]
        resumed.checkpoints().collect { bytes(it.value) } == whole.checkpoints().collect { bytes(it.value) }
    }

    private static Process start(Path scratch) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def path = System.getProperty('surefire.test.class.path') ?: System.getProperty('java.class.path')
        new ProcessBuilder(java, '-Xmx512m', '-cp', path, KilledTraining.name, scratch.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start()
    }

    private static int epoch(String note) {
        (note =~ /epoch (\d+),/)[0][1] as int
    }

    private static String bytes(Network network) {
        Files.readAllBytes(network.model()).md5()
    }
}
