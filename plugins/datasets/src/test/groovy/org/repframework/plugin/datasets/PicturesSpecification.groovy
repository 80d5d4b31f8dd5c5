package org.repframework.plugin.datasets

import java.awt.image.BufferedImage
import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.imageio.ImageIO
import org.repframework.spi.Dataset
import org.repframework.spi.ImageShape
import org.repframework.spi.Refusal
import spock.lang.Specification
import spock.lang.TempDir

class PicturesSpecification extends Specification {

    static final EXPECTED = "; expected jpg, png or bmp images, or a folder of them for each class (with train/<class>/ and " +
            "test/<class>/ write dataset('image-folder', path: ...))"

    @TempDir
    Path root

    def "pictures of a #kind are test images in the order of their names"() {
        given:
        ['b.png', 'a.png', 'c.PNG'].eachWithIndex { name, i -> plant("images/$name", 10 + i) }
        Files.writeString(root.resolve('images/notes.txt'), 'no picture')
        def path = kind == 'folder' ? root.resolve('images') : zip(within)

        when:
        def dataset = load(path)

        then:
        reds(dataset) == [11, 10, 12]
        dataset.test().classNames() == ['pictures']
        dataset.train().count() == 0
        with(new Pictures().describe(new Pictures.Settings(path))) {
            test().shape() == new ImageShape(2, 3, 3)
            test().classCounts() == [3]
            train().classCounts() == [0]
        }

        where:
        kind                         | within
        'folder'                     | null
        'zip'                        | ''
        'zip with a folder around'   | 'images/'
    }

    def "folders of pictures are classes, #kind"() {
        given:
        plant('images/dog/a.png', 1)
        plant('images/cat/z.png', 2)
        plant('images/cat/b.png', 3)

        when:
        def dataset = load(kind == 'folder' ? root.resolve('images') : zip('images/'))

        then:
        reds(dataset) == [3, 2, 1]
        dataset.test().classNames() == ['cat', 'dog']
        dataset.test().labels().toArray() == [0, 0, 1] as int[]
        dataset.train().count() == 0

        where:
        kind << ['folder', 'zip']
    }

    def "what is neither is refused with what was found: #found"() {
        given:
        Files.createDirectories(root.resolve('images'))
        files.each { name ->
            name.endsWith('.png') ? plant("images/$name", 1) : Files.createDirectories(root.resolve("images/$name"))
        }

        when:
        load(root.resolve('images'))

        then:
        def refusal = thrown(Refusal)
        refusal.message == root.resolve('images').toString() + ' ' + found + EXPECTED

        where:
        files                                  || found
        []                                     || 'has no pictures; it has no folders'
        ['cat', 'dog']                         || "has no pictures; it has the folders 'cat', 'dog'"
        ['a.png', 'b.png', 'cat/c.png']        || "has 2 pictures beside folders of pictures, the folders 'cat'"
        ['train/cat/a.png', 'test/cat/b.png']  || 'has pictures in folders of folders, the first ' + files[1]
    }

    private Path plant(String name, int red) {
        def image = new BufferedImage(3, 2, BufferedImage.TYPE_INT_RGB)
        image.setRGB(0, 0, red << 16)
        def file = root.resolve(name)
        Files.createDirectories(file.parent)
        ImageIO.write(image, 'png', file.toFile())
        return file
    }

    private Path zip(String within) {
        def target = root.resolve('images.zip')
        def folder = root.resolve('images')
        new ZipOutputStream(Files.newOutputStream(target)).withCloseable { zip ->
            folder.toFile().eachFileRecurse { found ->
                def file = found.toPath()
                if (Files.isRegularFile(file)) {
                    zip.putNextEntry(new ZipEntry(within + folder.relativize(file)))
                    zip.write(Files.readAllBytes(file))
                }
            }
        }
        return target
    }

    private Dataset load(Path path) {
        new Pictures().load(new Pictures.Settings(path), new RecordingContext(Files.createDirectories(root.resolve('scratch'))))
    }

    private static List<Integer> reds(Dataset dataset) {
        def pixels = dataset.test().pixels()
        (0..<pixels.count()).collect {
            def image = new byte[pixels.shape().size()]
            pixels.read(it, image, 0)
            image[0] as int
        }
    }
}
