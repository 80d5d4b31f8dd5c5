package org.repframework.report.svg

import spock.lang.Specification

import javax.imageio.ImageIO

class PngSpecification extends Specification {

    def "another decoder reads the planted colours"() {
        given:
        var random = new Random(1)
        var pixels = new byte[width * height * 3]
        random.nextBytes(pixels)

        when:
        var image = ImageIO.read(new ByteArrayInputStream(Png.trueColour(width, height, pixels)))
        var read = []
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                var colour = image.getRGB(x, y)
                read.addAll([(byte) (colour >> 16), (byte) (colour >> 8), (byte) colour])
            }
        }

        then:
        [image.width, image.height] == [width, height]
        read as byte[] == pixels

        where:
        width | height
        1     | 1
        3     | 7
        200   | 131
    }

    def "an indexed image takes its colours from the table"() {
        given:
        var table = [255, 0, 0, 0, 255, 0, 0, 0, 255].collect { (byte) it } as byte[]

        when:
        var image = ImageIO.read(new ByteArrayInputStream(Png.indexed(3, 1, table, [2, 0, 1] as byte[])))

        then:
        (0..2).collect { image.getRGB(it, 0) & 0xFFFFFF } == [0x0000FF, 0xFF0000, 0x00FF00]
    }

    def "a matrix of 512 x 512 cells stays below half a megabyte"() {
        given:
        var random = new Random(1)
        var pixels = new byte[512 * 512]
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) DivergingColours.level(random.nextGaussian() * 0.1, 1)
        }

        expect:
        Png.dataUri(Png.indexed(512, 512, DivergingColours.table(), pixels)).length() < 300_000
    }
}
