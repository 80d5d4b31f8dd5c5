package org.repframework.plugin.matching

import org.repframework.spi.ActivationMatrix
import org.repframework.spi.Matching
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class PermutationTestSpecification extends Specification {

    def warnings = []
    def context = Stub(StageContext) {
        seed(_) >> 17
        warn(_) >> { String text -> warnings << text }
    }

    def "the matching is the one of Pearson's correlations"() {
        given:
        def (x, y) = related(50, 1, [0.5d, 0, 0.8d, 0.3d])

        when:
        def found = bipartite(x, y)

        then:
        (0..3).every { i ->
            (0..3).every { j -> Math.abs(found.correlation().values().at(i, j) - pearson(x, y, i, j)) < 1e-12 }
        }
        found.pairs()*.partner() == new BipartiteMatching()
                .match(new BipartiteMatching.Settings(false), found.correlation(), context).pairs()*.partner()
        found.correlation().samples() == 50
        Math.abs(found.scores().bipartite - found.pairs()*.correlation().sum() / 4) < 1e-15
    }

    def "p values are counted draw by draw, each with a matching of its own"() {
        given:
        def (x, y) = related(7, 2, [0.9d, 0.1d, 0.4d])
        def order = new SplittableRandom(17)
        def found = bipartite(x, y, 40)

        when: 'the correlations are computed from permuted samples'
        def drawn = (1..40).collect {
            def images = (0..6).toList()
            for (def i = 6; i > 0; i--) {
                def other = order.nextInt(i + 1)
                images.swap(i, other)
            }
            def permuted = (0..<14).collect { y[2 * images[it.intdiv(2)] + it % 2] } as double[][]
            def best = [0, 1, 2].permutations().max { one ->
                (0..2).sum { pearson(x, permuted, it, one[it]) }
            }
            (0..2).collect { pearson(x, permuted, it, best[it]) }
        }

        then:
        (0..2).every { unit ->
            def atLeast = drawn.count { it[unit] >= found.pairs()[unit].correlation() - 1e-12 }
            found.pValues()[unit] == (1d + atLeast) / 41
        }
        found.pValues().toUnique().size() > 1
    }

    def "#test.name(): related units stand out from unrelated ones"() {
        given: 'the first 5 of 20 units have a partner'
        def (x, y) = related(200, 1, [0.6d] * 5 + [0d] * 15)

        when:
        def found = call(test, x, y, 100, 2, false)

        then:
        found.pairs()[0..4]*.partner() == [0, 1, 2, 3, 4]
        found.pValues()[0..4].every { it < 0.03 }
        found.pValues()[5..19].sum() / 15 > 0.3

        where:
        test << [PermutationTest.bipartite(), PermutationTest.semi()]
    }

    def "p values of unrelated networks are as often small as they should be"() {
        when:
        def pValues = (1..10).collectMany { seed ->
            bipartite(random(60, 10, seed), random(60, 10, -seed), 39).pValues()
        }

        then: 'of 100 about 10 are at most 0.1'
        def small = pValues.count { it <= 0.1 }
        small >= 3 && small <= 20
    }

    def "the samples of an image move together"() {
        given: 'units that are constant within an image'
        def (x, y) = [random(6, 4, 1), random(6, 4, 2)]
        def (manyX, manyY) = [spread(x, 50), spread(y, 50)]

        when:
        def together = bipartite(manyX, manyY, 100, 50).pValues()
        def alone = bipartite(manyX, manyY, 100, 1).pValues()

        then: 'they are as few as their images'
        together == bipartite(x, y, 100, 1).pValues()
        together.max() > 0.2
        alone.max() < 0.02
    }

    def "a unit of the larger side without a partner has no p value, a dead one has 1"() {
        given:
        def (x, y) = related(100, 1, [0.9d, 0.9d, 0])
        x.each { it[1] = 3 }
        y = y.collect { it[0..1] as double[] } as double[][]

        when:
        def found = bipartite(x, y)

        then:
        found.pairs()*.unit().size() == 2
        found.correlation().deadX() == [1]
        found.pValues()[0] < 0.02
        found.pairs()[1].unit() != 1 || found.pValues()[1] == 1
    }

    def "by absolute correlation opposite units are partners"() {
        given:
        def (x, y) = related(100, 1, [0.9d, 0.9d])
        y.each { it[0] = -it[0] }

        when:
        def found = call(PermutationTest.bipartite(), x, y, 50, 1, true)

        then:
        found.pairs()*.partner() == [0, 1]
        found.pValues().every { it < 0.03 }
        found.correlation().metric() == 'absolute pearson'
    }

    def "few images are warned of, one image and unequal images refused"() {
        when:
        bipartite(random(4, 2, 1), random(4, 2, 2), 100, 1)

        then:
        warnings == ['only 4 images: they have 24 orders, fewer than the 100 draws, so the p values are coarser than'
                + ' they look']

        when:
        bipartite(random(4, 2, 1), random(4, 2, 2), 100, 4)

        then:
        def single = thrown(StageFailure)
        single.message == 'a permutation needs at least 2 images, there is 1'

        when:
        bipartite(random(4, 2, 1), random(6, 2, 2), 100, 2)

        then:
        def unequal = thrown(StageFailure)
        unequal.message.startsWith('x has 2 images of 2 samples, y 3 of 2: ')
    }

    private Matching bipartite(double[][] x, double[][] y, int draws = 100, int samplesPerImage = 2) {
        call(PermutationTest.bipartite(), x, y, draws, samplesPerImage, false)
    }

    /** Two samples an image; unit i of both sides correlates by about as much as is asked for. */
    private static List<double[][]> related(int samples, long seed, List<Double> correlations) {
        def n = samples % 2 ? samples * 2 : samples
        def (x, noise) = [random(n, correlations.size(), seed), random(n, correlations.size(), seed + 100)]
        def y = (0..<n).collect { row ->
            (0..<correlations.size()).collect {
                correlations[it] * x[row][it] + Math.sqrt(1 - correlations[it]**2) * noise[row][it]
            } as double[]
        } as double[][]
        [x, y]
    }

    private static double[][] random(int samples, int units, long seed) {
        def random = new Random(seed)
        (0..<samples).collect { (0..<units).collect { random.nextGaussian() } as double[] } as double[][]
    }

    private static double[][] spread(double[][] images, int times) {
        images.collectMany { row -> (1..times).collect { row } } as double[][]
    }

    private static double pearson(double[][] x, double[][] y, int i, int j) {
        def (a, b) = [centred(x, i), centred(y, j)]
        dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b))
    }

    private static List<Double> centred(double[][] samples, int unit) {
        def mean = samples.collect { it[unit] }.sum() / samples.length
        samples.collect { it[unit] - mean }
    }

    private static double dot(List<Double> a, List<Double> b) {
        [a, b].transpose().sum { it[0] * it[1] }
    }

    private Matching call(PermutationTest test, double[][] x, double[][] y, int draws, int samplesPerImage,
            boolean absolute) {
        def settings = new PermutationTest.Settings(draws, absolute)
        test.correlate(settings, activations(x, samplesPerImage), activations(y, samplesPerImage), context)
    }

    private static ActivationMatrix activations(double[][] values, int imageSize) {
        def units = values[0].length
        [
            samples: { values.length as long },
            units: { units },
            samplesPerImage: { imageSize },
            read: { long first, int count, double[] target ->
                for (row in 0..<count) {
                    System.arraycopy(values[first + row as int], 0, target, row * units, units)
                }
            },
        ] as ActivationMatrix
    }
}
