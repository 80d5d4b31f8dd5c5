package org.repframework.plugin.samples

import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

/** What other packages stumbled over, of every measure that is one number; and of all the measures, what is refused. */
class TrapsSpecification extends Specification {

    static final NUMBERS = [
        [new CkaRbf(), new CkaRbf.Settings(0.5)],
        [new DistanceCorrelation(), new DistanceCorrelation.Settings()],
        [new MutualKnn(), new Neighbourhoods.Settings(3)],
        [new JaccardKnn(), new Neighbourhoods.Settings(3)],
        [new SecondOrderCosine(), new Neighbourhoods.Settings(3)],
        *[Distance.values(), Rsa.Comparison.values()].combinations().collect { [new Rsa(), new Rsa.Settings(*it)] }
    ]
    static final ALL = [*NUMBERS, [new Spearman(), new Spearman.Settings()], [new MutualInformation(), new MutualInformation.Settings()]]

    def "#metric.name() with #settings does not move when all of a side is scaled by #factor"() {
        expect:
        Math.abs(score(metric, settings, scaled(Demo.x(), factor), Demo.y()) - score(metric, settings, Demo.x(), Demo.y())) < 1e-12

        where:
        [[metric, settings], factor] << [NUMBERS, [10d, 1e-170, 1e200]].combinations()
    }

    private static Rows scaled(Rows side, double factor) {
        side.map { row -> row.collect { it * factor } }
    }

    def "wide, narrow, dead and equal units give #metric.name() with #settings a number from -1 to 1"() {
        expect:
        [
            [Rows.gaussian(1, 30, 6), Rows.gaussian(2, 30, 3)], // p > q
            [Rows.gaussian(1, 6, 20), Rows.gaussian(2, 6, 30)], // n < p
            [Rows.gaussian(1, 30, 4).map { it + [0d, 7d] }, Rows.gaussian(2, 30, 3)], // dead units
            [Rows.gaussian(1, 30, 4).map { it + it }, Rows.gaussian(2, 30, 3)], // every unit twice
            [new Rows((Rows.gaussian(1, 15, 4).values as List) * 2 as double[][]), Rows.gaussian(2, 30, 3)] // every sample twice
        ].every { x, y -> Math.abs(score(metric, settings, x, y)) <= 1 }

        where:
        [metric, settings] << NUMBERS
    }

    def "a layer is like itself to 1e-12 by #metric.name() with #settings"() {
        given:
        def x = Demo.relu(Rows.gaussian(4, 60, 5))

        expect:
        Math.abs(score(metric, settings, x, x) - 1) < 1e-12

        where:
        [metric, settings] << NUMBERS
    }

    def "dead units are counted by #metric.name()"() {
        expect:
        metric.correlate(settings, Demo.x().map { it + [0d, 1e9d] }, Demo.y(), Stub(StageContext)).details() == [deadX: 2d, deadY: 0d]

        where:
        [metric, settings] << NUMBERS[0..5]
    }

    def "all of 9 999 samples count for #metric.name() with #settings"() {
        given:
        def (x, y) = [Rows.gaussian(1, 9999, 2), Rows.gaussian(2, 9999, 3)]
        def changed = new Rows(y.values.collect { it.clone() } as double[][])
        changed.values[9998] = [3d, -2d, 1d] as double[]

        when:
        def one = metric.correlate(settings, x, y, Stub(StageContext))
        def other = metric.correlate(settings, x, changed, Stub(StageContext))

        then:
        one.samples() == 9999
        one != other

        where:
        [metric, settings] << [NUMBERS[1], NUMBERS[4], [new Rsa(), new Rsa.Settings(Distance.EUCLIDEAN, Rsa.Comparison.PEARSON)],
                               [new Spearman(), new Spearman.Settings()], [new MutualInformation(), new MutualInformation.Settings()]]
    }

    def "one sample is refused by #metric.name() with #settings"() {
        when:
        metric.describe(settings, Rows.described(3, 1), Rows.described(4, 1))

        then:
        def refusal = thrown(Refusal)
        refusal.message =~ /^at least [23] samples are needed, there is 1$/

        where:
        [metric, settings] << ALL
    }

    def "NaN and infinity are told with their place by #metric.name()"() {
        given:
        def y = Demo.y()
        y.values[17][4] = value

        when:
        metric.correlate(settings, Demo.x(), y, Stub(StageContext))

        then:
        def failure = thrown(StageFailure)
        failure.message == "the activation of unit 4 at sample 17 of y is $value; both are counted from 0"

        where:
        [[metric, settings], value] << [[*NUMBERS[0..5], *ALL[-2..-1]], [Double.NaN, Double.NEGATIVE_INFINITY]].combinations()
    }

    def "20 000 samples of 512 units fit, 10 000 where ranks are compared: #metric.name() with #settings"() {
        given:
        def samples = settings instanceof Rsa.Settings && settings.byRank() ? 10_000 : 20_000

        expect:
        metric.describe(settings, Rows.described(512, samples), Rows.described(512, samples))

        where:
        [metric, settings] << ALL
    }

    def "what does not fit is refused with the samples that would, by #metric.name()"() {
        when:
        metric.describe(settings, Rows.described(512, samples), Rows.described(512, samples))

        then:
        def refusal = thrown(Refusal)
        def (fitting) = (refusal.message =~ /^$samples samples of 512 and 512 units need about [\d.]+ GB of memory, and the bound is 2 GB: at most (\d+) samples fit/)[0][1..-1]*.toLong()

        when:
        metric.describe(settings, Rows.described(512, fitting), Rows.described(512, fitting))

        then:
        noExceptionThrown()

        when:
        metric.describe(settings, Rows.described(512, fitting + 1), Rows.described(512, fitting + 1))

        then:
        thrown(Refusal)

        where:
        metric                    | settings                                                         | samples
        new Rsa()                 | new Rsa.Settings(Distance.COSINE, Rsa.Comparison.KENDALL)        | 50_000
        new Rsa()                 | new Rsa.Settings(Distance.COSINE, Rsa.Comparison.PEARSON)        | 10_000_000
        new CkaRbf()              | new CkaRbf.Settings(1)                                           | 40_000
        new MutualKnn()           | new Neighbourhoods.Settings(10)                                  | 1_000_000
        new DistanceCorrelation() | new DistanceCorrelation.Settings()                               | 1_000_000
        new Spearman()            | new Spearman.Settings()                                          | 2_000_000
        new MutualInformation()   | new MutualInformation.Settings()                                 | 5_000_000
    }

    def "units too many for any number of samples are told so"() {
        when:
        new Spearman().describe(new Spearman.Settings(), Rows.described(100_000, 100), Rows.described(100_000, 100))

        then:
        def refusal = thrown(Refusal)
        refusal.message.endsWith('and the bound is 2 GB: no number of samples fits; take fewer units')
    }

    def "bits do not depend on the blocks"() {
        given:
        def context = Stub(StageContext)
        def work = new Work(context, 1, 'steps')
        def products = [2, 3, 64, 100, 256].collect { rows ->
            def (a, b) = [['x', Demo.x()], ['y', Demo.y()]].collect { side, samples ->
                SampleDistances.of(side, SampleBlocks.read(side, samples, work, rows), Distance.CORRELATION, context, work)
            }
            def sums = new PairSums(100, a.pilot(), b.pilot())
            SamplePairs.visit([a, b], work) { sample, first, count, d -> sums.add(sample, first, count, d[0], d[1]) }
            [sums.ofPairs(), sums.ofCentredPairs(), sums.ofDoubleCentred(0, 1)]
        }

        expect:
        products.toSet().size() == 1
    }

    private double score(metric, settings, Rows x, Rows y) {
        metric.correlate(settings, x, y, Stub(StageContext)).score()
    }
}
