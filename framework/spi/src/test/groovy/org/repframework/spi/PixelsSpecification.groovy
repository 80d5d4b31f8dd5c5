package org.repframework.spi

import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class PixelsSpecification extends Specification {

    static final SHAPE = new ImageShape(2, 3, 1)

    @TempDir
    Path folder

    static byte[] image(int seed) {
        (0..<6).collect { (byte) (seed * 40 + it) } as byte[]
    }

    Pixels written(int count) {
        def writer = Pixels.create(folder.resolve('pixels.npy'), count, SHAPE)
        count.times { writer.add(image(it)) }
        return writer.finish()
    }

    static byte[] read(Pixels pixels, int index) {
        def bytes = new byte[6]
        pixels.read(index, bytes, 0)
        return bytes
    }

    def 'images come back as they were written, bytes above 127 too'() {
        given:
        def pixels = written(5)

        expect:
        pixels.count() == 5
        pixels.shape() == SHAPE
        (0..<5).every { read(pixels, it) == image(it) }
        read(Pixels.open(folder.resolve('pixels.npy')), 4) == image(4)
    }

    def 'a selection of a selection points to the right images'() {
        given:
        def some = written(5).select(IntVector.of(4, 2, 0)).select(IntVector.of(2, 0))

        expect:
        some.count() == 2
        read(some, 0) == image(0)
        read(some, 1) == image(4)
        some.selection().get() == IntVector.of(0, 4)
    }

    def 'an image outside is refused with the numbers'() {
        when:
        read(written(5).select(IntVector.of(1)), 1)

        then:
        def refused = thrown(IndexOutOfBoundsException)
        refused.message == 'image 1 of 1'
    }

    def 'a file cut short is refused'() {
        given:
        written(5)
        def file = folder.resolve('pixels.npy')
        Files.write(file, Files.readAllBytes(file)[0..<-1] as byte[])

        when:
        Pixels.open(file)

        then:
        def refused = thrown(IOException)
        refused.message.endsWith('is cut short')
    }

    def 'a writer wants as many images as it was told'() {
        given:
        def writer = Pixels.create(folder.resolve('few.npy'), 2, SHAPE)
        writer.add(image(0))

        when:
        writer.finish()

        then:
        def refused = thrown(IllegalStateException)
        refused.message == '1 of 2 images were added'
    }

    def 'matrices and vectors survive the way through a file'() {
        given:
        def matrix = Matrix.of(2, 3, 1, -0.0d, 1 / 3d, Double.MAX_VALUE, Double.MIN_VALUE, -7)
        def vector = IntVector.of(0, -1, Integer.MAX_VALUE)

        expect:
        Npy.readMatrix(Files.write(folder.resolve('m.npy'), Npy.bytes(matrix))) == matrix
        Npy.readIntVector(Files.write(folder.resolve('v.npy'), Npy.bytes(vector))) == vector
        Npy.bytes(matrix).length % 8 == 0
        Npy.header(Npy.FLOAT64, 2, 3).length == 128
    }

    def 'an array of another kind is refused with both kinds'() {
        when:
        Npy.readMatrix(Files.write(folder.resolve('v.npy'), Npy.bytes(IntVector.of(1))))

        then:
        def refused = thrown(IOException)
        refused.message.endsWith('holds <i4 in 1 dimensions; expected <f8 in 2')
    }
}
