package org.repframework

import java.awt.image.BufferedImage
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path
import javax.imageio.ImageIO
import org.repframework.spi.Npy
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** The command record, on a network that a workflow has trained. */
class RecordEndToEndSpecification extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    @Shared
    Path network

    def setupSpec() {
        ['train', 'test'].each { part ->
            ['dark', 'light'].each { name ->
                def images = Files.createDirectories(folder.resolve("pictures/$part/$name"))
                (0..<6).each {
                    def image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB)
                    image.setRGB(it, it, name == 'dark' ? 0x202020 + it : 0xc0c0c0 + it)
                    ImageIO.write(image, 'png', images.resolve("${it}.png").toFile())
                }
            }
        }
        Files.writeString(folder.resolve('study.groovy'), '''\
            def images = dataset('image-folder', path: 'pictures')
            def net = train('sgd', images.train, network: 'convnet', epochs: 1)
            show 'Accuracy', evaluate('accuracy', net, images.test)
            '''.stripIndent())
        def trained = distribution.run(folder, 'run', 'study.groovy')
        assert trained.exit == 0: trained
        network = Files.walk(folder.resolve('.rep')).filter { Files.isRegularFile(it) && isModel(it) }.findFirst().get()
    }

    private static List<Float> firstValues(Path file, int count) {
        def header = Npy.readHeader(file).offset() as int
        def floats = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN).position(header).asFloatBuffer()
        (0..<count).collect { floats.get(it) }
    }

    private static boolean isModel(Path file) {
        def text = new String(Files.readAllBytes(file), 'ISO-8859-1')
        text.startsWith('PK') && text.contains('coefficients.bin')
    }

    def 'a layer is written as one .npy file, and nothing else is left'() {
        given:
        def out = Files.createDirectories(folder.resolve('recorded'))

        when:
        def result = distribution.run(folder, 'record', network, 'pictures', '--layer', 'conv3', '--reading', 'positions',
                '--out', 'recorded/x.npy')

        then:
        result.exit == 0
        result.out.trim() == 'recorded/x.npy: 48 samples x 96 units, 4 an image'
        Files.list(out)*.fileName*.toString() == ['x.npy']
        with(Npy.readHeader(out.resolve('x.npy'))) {
            type() == Npy.FLOAT32
            shape() == [48, 96] as int[]
        }
    }

    def 'pictures are read from #images too, in the order of class and name'() {
        when:
        def result = distribution.run(folder, 'record', network, images, '--layer', 'conv3', '--out', 'of-pictures.npy')

        then:
        result.exit == 0
        result.out.trim() == "of-pictures.npy: $samples samples x 96 units, 1 an image"

        when: 'the same pictures, as a part'
        distribution.run(folder, 'record', network, 'pictures', '--layer', 'conv3', '--out', 'of-a-part.npy')
        def (found, expected) = ['of-pictures.npy', 'of-a-part.npy'].collect { firstValues(folder.resolve(it), 6 * 96) }

        then: 'the first class comes first'
        expected.any { it != 0f }
        (0..<6 * 96).every { Math.abs(found[it] - expected[it]) <= 1e-4f * Math.max(1f, Math.abs(expected[it])) }

        where:
        images               || samples
        'pictures/test'      || 12
        'pictures/test/dark' || 6
    }

    def 'pictures that are in no part have none to be asked for'() {
        expect:
        def result = distribution.run(folder, 'record', network, 'pictures/test', '--layer', 'conv3', '--part', 'test', '--out', 'z.npy')
        result.exit == 2
        result.err.contains('--part test: pictures/test has neither train/ nor test/; without --part all its pictures are taken')
    }

    def 'a workflow compares layers frequency by frequency, and its report has the score of each'() {
        given:
        Files.writeString(folder.resolve('frequencies.groovy'), '''\
            def images = dataset('image-folder', path: 'pictures')
            def net = train('sgd', images.train, network: 'convnet', epochs: 1)
            def units = { layer -> record('units', net, images.test, layer: layer, reading: 'dft') }
            show 'Unequal', correlate('cka', units('conv1'), units('conv2'))
            show 'Itself', correlate('svcca', units('conv2'), units('conv2'))
            '''.stripIndent())

        when:
        def result = distribution.run(folder, 'run', 'frequencies.groovy')
        def tables = folder.resolve('results/frequencies/latest/tables')
        def rows = { Files.readAllLines(tables.resolve(it)).drop(1)*.split(',') }

        then:
        result.exit == 0
        result.err.contains("'conv1' has 8x8 positions and 'conv2' 4x4: compared at the 5 low frequencies that both have")
        rows('unequal.csv').collect { it[0..2] } == [['0', '0', '1'], ['1', '0', '2'], ['-1', '1', '2'], ['0', '1', '2'], ['1', '1', '2']]
        rows('unequal.csv').every { it[3].toDouble() > 0 && it[3].toDouble() < 1 }
        rows('itself.csv').size() == 10
        rows('itself.csv').every { Math.abs(it[3].toDouble() - 1) < 1e-9 && it[6] == it[7] }
    }

    def 'what cannot be is refused with the names there are, and the file that was there stays'() {
        given:
        def before = Files.writeString(folder.resolve('kept.npy'), 'before')

        expect:
        def result = distribution.run(folder, ['record', network, 'pictures', '--layer', 'conv3', '--out', 'kept.npy', *changes] as Object[])
        result.exit == 2
        result.err.contains(message)
        Files.readString(before) == 'before'
        Files.list(folder).filter { it.fileName.toString().startsWith('.kept') }.toList().empty

        where:
        changes                    || message
        ['--reading', 'position']  || "did you mean 'positions'?"
        ['--reading', 'dft']       || "with reading: 'dft' units are complex; they are compared frequency by frequency"
        ['--sample', '5']          || "sample: 5 draws positions, but reading: 'sum'"
        ['--mean', '1,2,3']        || 'mean has 3 numbers, deviation 0'
        ['--part', 'validation']   || "has no part 'validation'"
        ['--threads', '0']         || '--threads is 0'
    }

    def 'a layer or a file that does not exist is refused'() {
        expect:
        def result = distribution.run(folder, 'record', file ?: network, 'pictures', '--layer', layer, '--out', 'y.npy')
        result.exit == 2
        result.err.contains(message)

        where:
        file          | layer   || message
        null          | 'conv9' || "'conv9' is not a layer of"
        'nowhere.zip' | 'conv1' || 'there is no file or folder'
        'study.groovy' | 'conv1' || 'is no Deeplearning4j model file'
    }
}
