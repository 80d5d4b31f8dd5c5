package org.repframework.plugin.datasets

import java.awt.Color
import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.imageio.ImageIO
import org.repframework.spi.Dataset
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.Refusal
import org.repframework.spi.StageFailure
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

class ImageFolderSpecification extends Specification {

    static final CIFAR = Path.of('../../../shared/data/cifar10.zip').toAbsolutePath().normalize()
    static final LAYOUT = '; expected train/<class>/ and test/<class>/ with jpg, png or bmp images'

    @TempDir
    Path root

    RecordingContext context
    Path images

    def setup() {
        images = Files.createDirectories(root.resolve('images'))
        context = new RecordingContext(Files.createDirectories(root.resolve('scratch')))
    }

    def "a folder becomes labelled pixels, in the order of class and file name"() {
        given:
        plant('train/dog/b.png', 1)
        plant('train/dog/a.png', 2)
        plant('train/cat/z.png', 3)
        plant('test/cat/x.bmp', 4)
        plant('test/dog/y.PNG', 5)

        when:
        def described = describe()
        def dataset = load()

        then:
        dataset.train().classNames() == ['cat', 'dog']
        dataset.train().labels().toArray() == [0, 1, 1] as int[]
        reds(dataset.train()) == [3, 2, 1]
        dataset.test().labels().toArray() == [0, 1] as int[]
        reds(dataset.test()) == [4, 5]
        agree(described, dataset)
        described.train().shape() == new ImageShape(2, 3, 3)
        context.progress.first() == [0, 5, 'images']
        context.progress.last() == [5, 5, 'images']
    }

    def "rows, columns and colours stay where they are"() {
        given:
        plantPair()
        def image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)
        image.setRGB(2, 0, 0x102030)
        image.setRGB(0, 1, 0xf0e0d0)
        write('train/cat/0.png', 'png', image)

        when:
        def pixels = pixels(load().train(), 0)

        then: 'height x width x channels'
        pixels == [0, 0, 0, 0, 0, 0, 0x10, 0x20, 0x30, 0xf0, 0xe0, 0xd0, 0, 0, 0, 0, 0, 0]
    }

    def "a zip gives the same as the folder it was made of, with or without a folder around it"() {
        given:
        plant('train/dog/b.png', 1)
        plant('train/cat/z.png', 3)
        plant('test/cat/x.png', 4)
        plant('test/dog/y.png', 5)
        def expected = load()
        def zip = zip(prefix, extras)

        when:
        def described = new ImageFolder().describe(new ImageFolder.Settings(zip, 0))
        def dataset = new ImageFolder().load(new ImageFolder.Settings(zip, 0), context)

        then:
        reds(dataset.train()) == reds(expected.train())
        reds(dataset.test()) == reds(expected.test())
        dataset.train().labels() == expected.train().labels()
        dataset.train().classNames() == expected.train().classNames()
        agree(described, dataset)

        where:
        prefix       | extras
        ''           | []
        'cifar-ten/' | []
        ''           | ['README.txt', '__MACOSX/train/cat/._z.png', 'train/cat/.DS_Store', 'train/dog/._b.png', '.hidden/a.png']
        'top/'       | ['top/', 'top/train/', 'top/train/cat/', 'top/LICENSE', '__MACOSX/top/._train']
    }

    def "a folder around both parts is looked into"() {
        given:
        plantPair('inner/')

        expect:
        describe().train().count() == 2
        load().test().count() == 2
    }

    def "images that are all grey keep one channel and their stored values"() {
        given:
        ['train/cat/0.png', 'train/dog/0.png', 'test/cat/0.png', 'test/dog/0.png'].eachWithIndex { name, i ->
            def image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY)
            image.raster.setSample(1, 0, 0, 100 + i)
            write(name, 'png', image)
        }

        when:
        def dataset = load()

        then:
        describe().train().shape() == new ImageShape(2, 3, 1)
        pixels(dataset.train(), 1) == [0, 101, 0, 0, 0, 0]
        agree(describe(), dataset)
    }

    def "16-bit grey keeps its upper eight bits"() {
        given:
        ['train/cat/0.png', 'train/dog/0.png', 'test/cat/0.png', 'test/dog/0.png'].each { name ->
            def image = new BufferedImage(3, 2, BufferedImage.TYPE_USHORT_GRAY)
            image.raster.setSample(1, 0, 0, 0xabcd)
            write(name, 'png', image)
        }

        expect:
        pixels(load().train(), 0) == [0, 0xab, 0, 0, 0, 0]
    }

    def "a grey image among coloured ones gets three equal channels"() {
        given:
        plantPair()
        def image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY)
        image.raster.setSample(0, 0, 0, 77)
        write('train/cat/0.png', 'png', image)

        when:
        def dataset = load()

        then: 'also where it is the first image'
        describe().train().shape() == new ImageShape(2, 3, 3)
        pixels(dataset.train(), 0)[0..3] == [77, 77, 77, 0]
    }

    def "a JPEG is read to within its loss"() {
        given:
        plantPair()
        plant('train/cat/a.jpg', 200)

        expect:
        Math.abs(reds(load().train())[1] - 200) <= 4
    }

    def "only the first training images of each class are taken if asked"() {
        given:
        ['train', 'test'].each { part ->
            [cat: 3, dog: 3, eel: 1].each { name, count -> count.times { plant("$part/$name/${it}.png", it) } }
        }
        def settings = new ImageFolder.Settings(images, 2)

        when:
        def described = new ImageFolder().describe(settings)
        def dataset = new ImageFolder().load(settings, context)

        then:
        reds(dataset.train()) == [0, 1, 0, 1, 0]
        reds(dataset.test()) == [0, 1, 2, 0, 1, 2, 0]
        described.train().classCounts() == [2, 2, 1]
        described.test().classCounts() == [3, 3, 1]
        agree(described, dataset)
    }

    def "what is not a data set is refused: #problem"() {
        given:
        files.each { plant(it, 1) }
        folders.each { Files.createDirectories(images.resolve(it)) }

        when:
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'path'
        refusal.message == "$images$message"

        where:
        problem            | files                                 | folders       || message
        'empty'            | []                                    | []            || " has neither folders nor images$LAYOUT"
        'no parts'         | ['a.png', 'b.png']                    | []            || " has no classes in 'train'; it has no folders$LAYOUT"
        'other folders'    | ['cat/a.png', 'dog/a.png']            | []            || " has no classes in 'train'; it has the folders 'cat', 'dog'$LAYOUT"
        'no test'          | ['train/cat/a.png', 'train/dog/a.png'] | []           || " has no classes in 'test'; it has the folders 'train'$LAYOUT"
        'no train'         | ['test/cat/a.png', 'test/dog/a.png']  | ['train']     || " has no classes in 'train'; it has the folders 'test', 'train'$LAYOUT"
        'missing in test'  | ['train/cat/a.png', 'train/dog/a.png', 'test/cat/a.png'] | [] || ": the class 'dog' has no image directly in 'test/<class>/'; every class needs jpg, png or bmp images in both parts"
        'missing in train' | ['train/cat/a.png', 'test/cat/a.png', 'test/dog/a.png', 'test/eel/a.png'] | [] || ": the classes 'dog', 'eel' have no image directly in 'train/<class>/'; every class needs jpg, png or bmp images in both parts"
        'empty class'      | ['train/cat/a.png', 'test/cat/a.png'] | ['train/dog', 'test/dog'] || ": the class 'dog' has no image directly in 'train/<class>/'; every class needs jpg, png or bmp images in both parts"
        'one class'        | ['train/cat/a.png', 'test/cat/a.png'] | []            || " has only one class, 'cat'; at least two are needed"
    }

    def "a path that is not there is refused"() {
        when:
        new ImageFolder().describe(new ImageFolder.Settings(root.resolve('nowhere'), 0))

        then:
        def refusal = thrown(Refusal)
        refusal.message == "there is no folder or zip $root/nowhere"
    }

    def "a file that is no zip is refused"() {
        given:
        def file = Files.writeString(root.resolve('cifar10.zip'), 'not a zip at all, only words')

        when:
        new ImageFolder().describe(new ImageFolder.Settings(file, 0))

        then:
        def refusal = thrown(Refusal)
        refusal.message == "$file is neither a folder nor a whole zip (zip END header not found)"
    }

    def "an unreadable first image is refused, a later one fails the task, each by name"() {
        given:
        plantPair()
        Files.writeString(images.resolve('train/cat/5.png'), 'words')

        when:
        load()

        then:
        def failure = thrown(StageFailure)
        failure.message ==
                "$images: the image train/cat/5.png cannot be read (neither JPEG nor PNG nor BMP); replace or remove it"

        when:
        Files.writeString(images.resolve('train/cat/0.png'), '')
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.message ==
                "$images: the image train/cat/0.png cannot be read (neither JPEG nor PNG nor BMP)"
    }

    @Requires({ ImageFolderSpecification.permissionsHold() })
    def "what may not be read is refused by name"() {
        given:
        plantPair()
        images.resolve(name).toFile().setReadable(false)

        when:
        describe()

        then:
        def refusal = thrown(Refusal)
        refusal.message == message.replace('DIR', images.toString())

        cleanup:
        images.resolve(name).toFile().setReadable(true)

        where:
        name              || message
        'train/cat'       || 'DIR/train/cat cannot be read (permission denied)'
        'train/cat/0.png' || 'DIR: the image train/cat/0.png cannot be read (permission denied)'
    }

    def "an image cut short fails the task, or warns where its format can go on"() {
        given:
        plantPair()
        plant('train/cat/5.jpg', 99)
        def jpeg = images.resolve('train/cat/5.jpg')
        Files.write(jpeg, Arrays.copyOf(Files.readAllBytes(jpeg), (int) Files.size(jpeg) - 3))

        when:
        load()

        then:
        context.warnings.size() == 1
        context.warnings[0].startsWith("an image of $images may be damaged, the first: train/cat/5.jpg (")

        when:
        def png = plant('test/dog/7.png', 7)
        Files.write(png, Arrays.copyOf(Files.readAllBytes(png), 44))
        load()

        then:
        def failure = thrown(StageFailure)
        failure.message ==
                "$images: the image test/dog/7.png cannot be read (Error reading PNG image data); replace or remove it"

        when:
        def bmp = plant('test/dog/6.bmp', 7)
        Files.write(bmp, Arrays.copyOf(Files.readAllBytes(bmp), 60))
        load()

        then:
        def secondFailure = thrown(StageFailure)
        secondFailure.message ==
                "$images: the image test/dog/6.bmp cannot be read (it ends too early); replace or remove it"
    }

    def "images of another size fail the task, with both sizes"() {
        given:
        plantPair()
        write('test/dog/7.png', 'png', new BufferedImage(5, 4, BufferedImage.TYPE_INT_RGB))

        when:
        load()

        then:
        def failure = thrown(StageFailure)
        failure.message ==
                "$images: the image test/dog/7.png is 4x5, the first one 2x3 (height x width); scale all images to one size"
    }

    def "colour among images that began grey fails the task"() {
        given:
        ['train/cat/0.png', 'train/dog/0.png', 'test/cat/0.png', 'test/dog/0.png'].each {
            write(it, 'png', new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY))
        }
        plant('test/dog/7.png', 7)

        when:
        load()

        then:
        def failure = thrown(StageFailure)
        failure.message == "$images: the image test/dog/7.png is in colour, but the first image of every " +
                'class is grey; store all images alike'
    }

    def "an interruption ends the work"() {
        given:
        plantPair()
        context.questionsUntilInterruption = 0

        when:
        load()

        then:
        thrown(InterruptedException)
    }

    @Requires({ Files.exists(ImageFolderSpecification.CIFAR) })
    def "CIFAR-10 is described from its listing"() {
        when:
        def described = new ImageFolder().describe(new ImageFolder.Settings(CIFAR, 0))

        then:
        described.train().classCounts() == [5_000] * 10
        described.test().classCounts() == [1_000] * 10
        described.train().shape() == new ImageShape(32, 32, 3)
        described.test().classNames() ==
                ['airplane', 'automobile', 'bird', 'cat', 'deer', 'dog', 'frog', 'horse', 'ship', 'truck']
    }

    /** Not for an administrator. */
    static boolean permissionsHold() {
        def file = File.createTempFile('unreadable', null)
        try {
            file.setReadable(false) && !file.canRead()
        } finally {
            file.delete()
        }
    }

    private describe() {
        new ImageFolder().describe(new ImageFolder.Settings(images, 0))
    }

    private Dataset load() {
        new ImageFolder().load(new ImageFolder.Settings(images, 0), context)
    }

    private void plantPair(String prefix = '') {
        ['train/cat/0.png', 'train/dog/0.png', 'test/cat/0.png', 'test/dog/0.png'].each { plant(prefix + it, 1) }
    }

    /** A picture of 2 x 3 pixels that are all of that red. */
    private Path plant(String name, int red) {
        def image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)
        6.times { image.setRGB(it % 3, it.intdiv(3), new Color(red, red, red).RGB) }
        write(name, name.substring(name.lastIndexOf('.') + 1).toLowerCase(), image)
    }

    private Path write(String name, String format, BufferedImage image) {
        def file = images.resolve(name)
        Files.createDirectories(file.parent)
        assert ImageIO.write(image, format, file.toFile())
        file
    }

    private Path zip(String prefix, List<String> extras) {
        def target = root.resolve('images.zip')
        new ZipOutputStream(Files.newOutputStream(target)).withCloseable { zip ->
            extras.each { zip.putNextEntry(new ZipEntry(it)) }
            Files.walk(images).filter(Files::isRegularFile).forEach { file ->
                zip.putNextEntry(new ZipEntry(prefix + images.relativize(file)))
                zip.write(Files.readAllBytes(file))
            }
        }
        target
    }

    private static List<Integer> pixels(Examples examples, int image) {
        def bytes = new byte[examples.pixels().shape().size()]
        examples.pixels().read(image, bytes, 0)
        bytes.collect { it & 0xff }
    }

    /** Images of each class, counted one by one. */
    private static List<Integer> classCounts(Examples examples) {
        def labels = examples.labels().toArray().toList()
        examples.classNames().indices.collect { labels.count(it) }
    }

    private static List<Integer> reds(Examples examples) {
        (0..<examples.count()).collect { pixels(examples, it)[0] }
    }

    private static void agree(described, Dataset dataset) {
        [[described.train(), dataset.train()], [described.test(), dataset.test()]].each { description, examples ->
            assert description.classCounts() == classCounts(examples)
            assert description.count() == examples.count()
            assert description.shape() == examples.pixels().shape()
            assert description.classNames() == examples.classNames()
        }
    }
}
