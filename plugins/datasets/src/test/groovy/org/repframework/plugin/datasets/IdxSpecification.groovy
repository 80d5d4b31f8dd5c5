package org.repframework.plugin.datasets

import java.nio.ByteBuffer
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.GZIPOutputStream
import org.repframework.spi.ImageShape
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class IdxSpecification extends Specification {

    static final MNIST = Path.of('../../../shared/data/mnist').toAbsolutePath().normalize()
    static final TRAIN_IMAGES = 'train-images-idx3-ubyte'
    static final TRAIN_LABELS = 'train-labels-idx1-ubyte'
    static final TEST_IMAGES = 't10k-images-idx3-ubyte'
    static final TEST_LABELS = 't10k-labels-idx1-ubyte'

    @TempDir
    Path root

    RecordingContext context
    Path files

    def setup() {
        files = Files.createDirectories(root.resolve('files'))
        context = new RecordingContext(Files.createDirectories(root.resolve('scratch')))
    }

    def "the four files become labelled pixels, gzipped or not"() {
        given:
        plant(suffix)

        when:
        def described = describe()
        def dataset = load()

        then:
        described.train().classCounts() == [1, 2]
        described.test().classCounts() == [1, 1]
        described.train().shape() == new ImageShape(2, 2, 1)
        described.train().classNames() == ['0', '7']
        dataset.train().classNames() == described.train().classNames()
        dataset.train().labels().toArray() == [1, 0, 1] as int[]
        dataset.test().labels().toArray() == [0, 1] as int[]
        (0..2).collect { pixels(dataset.train(), it) } == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]
        pixels(dataset.test(), 1) == [4, 5, 6, 255]
        context.progress.last() == [5, 5, 'images']

        where:
        suffix << ['', '.gz']
    }

    @Requires({ ImageFolderSpecification.permissionsHold() })
    def "a file that may not be read is refused by name"() {
        given:
        plant('')
        files.resolve(TRAIN_LABELS).toFile().setReadable(false)

        when:
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.message == "$files/$TRAIN_LABELS cannot be read (permission denied)"
    }

    def "a missing folder or file is refused"() {
        when:
        new Idx().describe(new Idx.Settings(root.resolve('nowhere')))

        then:
        def refusal = thrown(Refusal)
        refusal.message == "there is no folder $root/nowhere"

        when:
        plant('')
        Files.delete(files.resolve(TEST_LABELS))
        describe()

        then:
        def secondRefusal = thrown(Refusal)
        secondRefusal.message == "$files has neither $TEST_LABELS nor ${TEST_LABELS}.gz"
    }

    def "files that contradict each other are refused: #problem"() {
        given:
        plant('')
        write(name, content)

        when:
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'path'
        refusal.message == message.replace('DIR', files.toString())

        where:
        problem         | name         | content                                   || message
        'magic'         | TRAIN_LABELS | idx([3], 0x0d)                            || "DIR/$TRAIN_LABELS begins with 00000d01; expected 00000801, an IDX file of unsigned bytes in 1 dimension"
        'swapped'       | TRAIN_IMAGES | idx([3], 0x08, 7, 0, 7)                   || "DIR/$TRAIN_IMAGES begins with 00000801; expected 00000803, an IDX file of unsigned bytes in 3 dimensions"
        'header'        | TRAIN_IMAGES | Arrays.copyOf(idx([3, 2, 2]), 9)          || "DIR/$TRAIN_IMAGES is cut short: its header has 9 bytes, expected 16"
        'nothing'       | TRAIN_IMAGES | new byte[0]                               || "DIR/$TRAIN_IMAGES is cut short: its header has 0 bytes, expected 16"
        'no images'     | TRAIN_IMAGES | idx([0, 2, 2])                            || "DIR/$TRAIN_IMAGES cannot be right: its header says 0 as size 1 of 3"
        'huge'          | TRAIN_IMAGES | idx([1 << 30, 1 << 30, 1 << 30])          || "DIR/$TRAIN_IMAGES cannot be right: its header says 1073741824 as size 2 of 3"
        'short'         | TRAIN_IMAGES | idx([3, 2, 2], 0x08, 1, 2, 3)             || "DIR/$TRAIN_IMAGES is cut short: expected 28 bytes (3 x 2 x 2), found 19"
        'long'          | TRAIN_LABELS | idx([3], 0x08, 7, 0, 7, 7)                || "DIR/$TRAIN_LABELS is too long: expected 11 bytes (3), found 12"
        'numbers'       | TRAIN_LABELS | idx([2], 0x08, 7, 0)                      || "DIR/$TRAIN_IMAGES has 3 images, but DIR/$TRAIN_LABELS has 2 labels"
        'shapes'        | TEST_IMAGES  | idx([2, 1, 2], 0x08, 1, 2, 3, 4)          || 'DIR: training images are 2x2x1, test images 1x2x1'
        'classes'       | TEST_LABELS  | idx([2], 0x08, 7, 9)                      || 'DIR: the training labels are [0, 7], the test labels [7, 9]; every class must be in both parts'
    }

    def "one class is refused"() {
        given:
        plant('')
        write(TRAIN_LABELS, idx([3], 0x08, 7, 7, 7))
        write(TEST_LABELS, idx([2], 0x08, 7, 7))

        when:
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.message == "$files has only one class, '7'; at least two are needed"
    }

    def "gzipped labels that are cut short, damaged or not gzipped are refused"() {
        given:
        plant('.gz')
        Files.write(files.resolve(TRAIN_LABELS + '.gz'), content as byte[])

        when:
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.message == "$files/${TRAIN_LABELS}.gz $message"

        where:
        content                                 || message
        gzip(idx([3], 0x08, 7, 0))              || 'is cut short: expected 11 bytes after decompression (3), found 10'
        gzip(idx([3], 0x08, 7, 0, 7, 1, 1))     || 'is too long: expected 11 bytes after decompression (3), found 13'
        Arrays.copyOf(gzip(idx([3], 0x08, 7, 0, 7)), 14) || 'is cut short: its header has 3 bytes, expected 8'
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12] || "is not in gzip's format"
        []                                      || "is not in gzip's format"
    }

    def "gzipped images that are cut short fail the task"() {
        given:
        plant('.gz')
        write(TRAIN_IMAGES + '.gz', gzip(idx([3, 2, 2], 0x08, 1, 2, 3, 4, 5, 6)))

        expect: 'the header is right'
        describe().train().count() == 3

        when:
        load()

        then:
        def failure = thrown(StageFailure)
        failure.message ==
                "$files/${TRAIN_IMAGES}.gz is cut short: expected 28 bytes after decompression (3 x 2 x 2), found 22"
    }

    def "gzipped images whose checksum is wrong fail the task"() {
        given:
        plant('.gz')
        def content = gzip(idx([3, 2, 2], 0x08, *(1..12)))
        content[content.length - 6] ^= 1
        write(TRAIN_IMAGES + '.gz', content)

        when:
        load()

        then:
        def failure = thrown(StageFailure)
        failure.message == "$files/${TRAIN_IMAGES}.gz is damaged after 28 decompressed bytes (Corrupt GZIP trailer)"
    }

    def "an interruption ends the work"() {
        given:
        plant('')
        context.questionsUntilInterruption = 0

        when:
        load()

        then:
        thrown(InterruptedException)
    }

    @Requires({ Files.exists(IdxSpecification.MNIST) })
    def "MNIST is read as it is known"() {
        when:
        def described = new Idx().describe(new Idx.Settings(MNIST))
        def dataset = new Idx().load(new Idx.Settings(MNIST), context)

        then:
        dataset.train().count() == 60_000
        dataset.test().count() == 10_000
        dataset.train().classNames() == ('0'..'9').toList()
        described.test().classCounts() == [980, 1135, 1032, 1010, 982, 892, 958, 1028, 974, 1009]
        described.train().classCounts() == classCounts(dataset.train())
        firstEight(dataset.train()) == [5, 0, 4, 1, 9, 2, 1, 3]
        firstEight(dataset.test()) == [7, 2, 1, 0, 4, 1, 4, 9]
        pixels(dataset.train(), 0).sum() == 27525
    }

    /** Images of each class, counted one by one. */
    private static List<Integer> classCounts(examples) {
        def labels = examples.labels().toArray().toList()
        examples.classNames().indices.collect { labels.count(it) }
    }

    private static List<Integer> firstEight(examples) {
        examples.labels().stream().limit(8).boxed().toList()
    }

    private describe() {
        new Idx().describe(new Idx.Settings(files))
    }

    private load() {
        new Idx().load(new Idx.Settings(files), context)
    }

    private void plant(String suffix) {
        def content = { byte[] bytes -> suffix ? gzip(bytes) : bytes }
        write(TRAIN_IMAGES + suffix, content(idx([3, 2, 2], 0x08, *(0..11))))
        write(TRAIN_LABELS + suffix, content(idx([3], 0x08, 7, 0, 7)))
        write(TEST_IMAGES + suffix, content(idx([2, 2, 2], 0x08, 0, 1, 2, 3, 4, 5, 6, 255)))
        write(TEST_LABELS + suffix, content(idx([2], 0x08, 0, 7)))
    }

    private void write(String name, byte[] content) {
        Files.write(files.resolve(name), content)
    }

    private static byte[] idx(List<Integer> sizes, int type = 0x08, int... values) {
        def buffer = ByteBuffer.allocate(4 + 4 * sizes.size() + values.length)
        buffer.putInt(type << 8 | sizes.size())
        sizes.each { buffer.putInt(it) }
        values.each { buffer.put((byte) it) }
        buffer.array()
    }

    private static byte[] gzip(byte[] content) {
        def bytes = new ByteArrayOutputStream()
        new GZIPOutputStream(bytes).withCloseable { it.write(content) }
        bytes.toByteArray()
    }

    private static List<Integer> pixels(examples, int image) {
        def bytes = new byte[examples.pixels().shape().size()]
        examples.pixels().read(image, bytes, 0)
        bytes.collect { it & 0xff }
    }
}
