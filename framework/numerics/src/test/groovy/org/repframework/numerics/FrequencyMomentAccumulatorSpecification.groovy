package org.repframework.numerics

import org.nd4j.linalg.api.buffer.DataType
import org.nd4j.linalg.factory.Nd4j
import org.repframework.numerics.JointMomentAccumulator.Pair
import org.repframework.spi.Frequency
import org.repframework.spi.FrequencyMoments
import org.repframework.spi.ImageShape
import spock.lang.Specification

class FrequencyMomentAccumulatorSpecification extends Specification {

    def "a wave of a frequency is found at it and nowhere else, on #height x #width positions"() {
        given:
        def shape = new ImageShape(height, width, 2)
        def all = Frequency.common(shape, shape)

        expect: 'amplitude 3 in the second channel, shifted by a phase of 0.7; the first is 0'
        all.every { wave ->
            def image = new double[shape.size()]
            (0..<height).each { h ->
                (0..<width).each { w ->
                    image[(h * width + w) * 2 + 1] =
                            3 * Math.cos(2 * Math.PI * (wave.row() * h / (double) height + wave.column() * w / (double) width) + 0.7)
                }
            }
            def found = all.collectEntries { [it, new double[it.real() ? 2 : 4]] }
            new FourierTransform(shape).transform(image, found)
            def half = 3 * height * width / 2
            found.every { frequency, numbers ->
                def expected = frequency != wave ? [0, 0, 0, 0] :
                        wave.real() ? [0, 2 * half * Math.cos(0.7d)] : [0, half * Math.cos(0.7d), 0, half * Math.sin(0.7d)]
                (0..<numbers.length).every { Math.abs(numbers[it] - expected[it]) < 1e-11 }
            }
        }

        where:
        height | width
        1      | 1
        4      | 6
        5      | 3
        1      | 8
        7      | 2
    }

    def "moments are those of plain complex sums over centred transforms"() {
        given:
        def shapeX = new ImageShape(4, 3, 2)
        def shapeY = new ImageShape(4, 3, 3)
        def (x, y) = [random(shapeX, 70, 1), random(shapeY, 70, 2)]

        when:
        def moments = moments(shapeX, x, shapeY, y, [70])

        then:
        moments.samples() == 70
        moments.frequencies() == Frequency.common(shapeX, shapeY)
        moments.frequencies().indexed().every { i, frequency ->
            def (a, b) = [transformed(shapeX, x, frequency), transformed(shapeY, y, frequency)]
            [[moments.xx(), a, a], [moments.yy(), b, b], [moments.xy(), a, b]].every { products, left, right ->
                def expected = product(left, right)
                def scale = expected.flatten().collect { Math.abs(it) }.max()
                (0..<expected.size()).every {
                    Math.abs(products.real().at(i, it) - expected[it][0]) < 1e-12 * scale &&
                            Math.abs(products.imaginary().at(i, it) - expected[it][1]) < 1e-12 * scale
                }
            }
        }
    }

    def "the squares over all frequencies are those over all positions"() {
        given:
        def shape = new ImageShape(6, 5, 2)
        def x = random(shape, 130, 3)
        def moments = moments(shape, x, null, null, [130])

        and:
        def flat = new JointMomentAccumulator([shape.size()] as int[], [new Pair(0, 0)])
        x.each { flat.add(1, it) }
        def squares = flat.results()[0].xx()
        def weights = moments.frequencies()*.weight()

        expect:
        [0, 1].every { channel ->
            def inFrequencies = weights.indices.sum {
                return weights[it] * moments.xx().real().at(it, 3 * channel)
            }
            def inPositions = (channel..<shape.size()).step(2).sum { squares.at(it, it) }
            Math.abs(inFrequencies / 30 / inPositions - 1) < 1e-12
        }

        cleanup:
        flat.close()
    }

    def "at frequency (0, 0) the moments are those of the sums over positions"() {
        given:
        def (shapeX, shapeY) = [new ImageShape(4, 4, 3), new ImageShape(2, 2, 2)]
        def (x, y) = [random(shapeX, 200, 1), random(shapeY, 200, 2)]
        def sums = new JointMomentAccumulator([3, 2] as int[], [new Pair(0, 1)])
        [x, y].transpose().each { a, b -> sums.add(1, sum(a, 3), sum(b, 2)) }

        when:
        def found = moments(shapeX, x, shapeY, y, [200])
        def expected = sums.results()[0]

        then: 'the only frequency whose wave is the same on 2x2 as on 4x4 positions'
        found.frequencies() == [new Frequency(0, 0, 1)]
        [[found.at(0).xx(), expected.xx()], [found.at(0).yy(), expected.yy()], [found.at(0).xy(), expected.xy()]].every {
            a, b -> [a.toArray(), b.toArray()].transpose().every { p, q -> Math.abs(p - q) < 1e-9 * Math.abs(expected.xx().at(0, 0)) }
        }
        found.at(0).samples() == 200

        cleanup:
        sums.close()
    }

    def "the sizes of the blocks change no bit, nor does what kind of numbers arrives"() {
        given:
        def (shapeX, shapeY) = [new ImageShape(3, 4, 2), new ImageShape(6, 4, 3)]
        def (x, y) = [random(shapeX, 150, 1), random(shapeY, 150, 2)]

        expect:
        moments(shapeX, x, shapeY, y, blocks) == moments(shapeX, x, shapeY, y, [150])

        and:
        new FrequencyMomentAccumulator(shapeX, shapeY).withCloseable {
            it.add([Nd4j.create(x as double[][]).castTo(DataType.FLOAT),
                    Nd4j.create(y as double[][]).castTo(DataType.FLOAT)])
            it.result()
        } == moments(shapeX, x, shapeY, y, [150])

        where:
        blocks << [[64, 64, 22], [1] * 150, [63, 2, 85], [0, 149, 1]]
    }

    def "a layer that is constant over the positions is dead at every frequency but (0, 0)"() {
        given:
        def shape = new ImageShape(8, 8, 2)
        def random = new Random(1)
        def x = (1..100).collect {
            def channels = [1 + random.nextGaussian(), 1e6d * random.nextGaussian()]
            (0..<shape.size()).collect { channels[it % 2] } as double[]
        }

        when:
        def moments = moments(shape, x, null, null, [100])

        then:
        moments.at(0).deadX() == []
        (1..<moments.frequencies().size()).every { moments.at(it).deadX().size() == moments.at(it).unitsX() }
    }

    def "what it takes grows with the frequencies and the squares of the channels"() {
        expect: '514 frequencies, 64 images of 2 x 66 numbers, 3 x 66 x 66 sums'
        FrequencyMomentAccumulator.bytes(new ImageShape(32, 32, 32), new ImageShape(32, 32, 32)) ==
                8L * 514 * (64 * 2 * 66 + 3 * 66 * 66)
    }

    private static List<double[]> random(ImageShape shape, int images, long seed) {
        def random = new Random(seed)
        (1..images).collect {
            def common = random.nextGaussian()
            (0..<shape.size()).collect { (float) (2 + common + random.nextGaussian()) } as double[]
        }
    }

    private static FrequencyMoments moments(ImageShape shapeX, List x, ImageShape shapeY, List y, List<Integer> blocks) {
        def accumulator = shapeY ? new FrequencyMomentAccumulator(shapeX, shapeY) : new FrequencyMomentAccumulator(shapeX)
        accumulator.withCloseable {
            int first = 0
            blocks.each { count ->
                def together = { all -> all.subList(first, first + count).collectMany { it as List } as double[] }
                shapeY ? it.add(count, together(x), together(y)) : it.add(count, together(x))
                first += count
            }
            it.result()
        }
    }

    private static double[] sum(double[] image, int channels) {
        (0..<channels).collect { channel -> (channel..<image.length).step(channels).sum { image[it] } } as double[]
    }

    /** Centred transforms by the definition: images x channels x (real, imaginary). */
    private static List transformed(ImageShape shape, List<double[]> images, Frequency frequency) {
        def (h, w, c) = [shape.height(), shape.width(), shape.channels()]
        def all = images.collect { image ->
            (0..<c).collect { channel ->
                double re = 0, im = 0
                for (int i = 0; i < h * w; i++) {
                    double angle = 2 * Math.PI * (frequency.row() * i.intdiv(w) / (double) h + frequency.column() * (i % w) / (double) w)
                    re += image[i * c + channel] * Math.cos(angle)
                    im -= image[i * c + channel] * Math.sin(angle)
                }
                [re, im]
            }
        }
        def mean = (0..<c).collect { channel -> [0, 1].collect { part -> all.sum { it[channel][part] } / all.size() } }
        all.collect { image -> (0..<c).collect { [image[it][0] - mean[it][0], image[it][1] - mean[it][1]] } }
    }

    /** Sums of conj(a) b, row by row. */
    private static List product(List a, List b) {
        (0..<a[0].size()).collectMany { row ->
            (0..<b[0].size()).collect { column ->
                [a.indices.sum { a[it][row][0] * b[it][column][0] + a[it][row][1] * b[it][column][1] },
                 a.indices.sum { a[it][row][0] * b[it][column][1] - a[it][row][1] * b[it][column][0] }]
            }
        }
    }
}
