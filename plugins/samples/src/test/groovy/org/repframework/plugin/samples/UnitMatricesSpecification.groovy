package org.repframework.plugin.samples

import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Description
import org.repframework.spi.StageContext
import spock.lang.Specification

class UnitMatricesSpecification extends Specification {

    def context = Mock(StageContext)

    def "rank correlations are what scipy computes, also of rectified units with their many zeros"() {
        expect:
        same(spearman(Demo.x(), Demo.y()).values().rowAt(0),
                [0.5856705670567056, 0.002076207620762076, 0.08278427842784276, 0.04912091209120911, -0.028910891089108905,
                 0.10696669666966695, 0.06594659465946594, 0.04694869486948694, -0.09174917491749174, -0.12320432043204319])
        same(spearman(Demo.relu(Demo.x()), Demo.relu(Demo.y())).values().rowAt(0),
                [0.5343885067783624, 0.0372123476289474, -0.0017071161257889735, -0.02334181702414887, -0.0367847482946011,
                 0.05207226196061716, 0.045195284301307016, -0.0377244478211482, -0.09069147863566114, -0.14331117351166694])
    }

    def "information is what numpy computes of histograms between percentiles, with a bin for the zeros of rectified units"() {
        expect:
        same(information(Demo.x(), Demo.y()).values().rowAt(0),
                [0.34365170872672235, 0.2093116398713014, 0.19751567839948547, 0.3572821709002757, 0.18181823408654918,
                 0.15772280903770475, 0.4531603689904405, 0.3766048477642485, 0.31409132080258695, 0.23340706492014585])
        def x = Demo.relu(Demo.x())
        same(information(x, Demo.relu(Demo.y())).values().rowAt(0),
                [0.516985019208329, 0.30748554187701815, 0.24376165561305196, 0.2530154219889297, 0.30460425282252634,
                 0.30095034296769463, 0.2835138726364891, 0.2433394805110214, 0.2820517973965713, 0.21043856325460275])
        Math.abs(information(x, x).values().at(0, 0) - 1.790175374134469) < 1e-13
    }

    private static boolean same(double[] found, List expected) {
        [found as List, expected].transpose().every { Math.abs(it[0] - it[1]) < 1e-13 }
    }

    def "bins: #bins of #activations"() {
        expect:
        ActivationBins.of(activations as double[]).bins().toList() == bins

        where:
        activations                                  || bins
        [5, 4, 3, 2, 1, 10, 9, 8, 7, 6]              || [4, 3, 2, 1, 0, 9, 8, 7, 6, 5]
        [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]         || [0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]
        [0, 0, 0, 0]                                 || [0, 0, 0, 0]
        [2, 2, 2, 2]                                 || [9, 9, 9, 9]
        [0, 3, 0]                                    || [0, 9, 0]
        [1, 1, 1, 1, 1, 2]                           || [8, 8, 8, 8, 8, 9]
        [-1, 0, 1]                                   || [1, 0, 9]
    }

    def "independent units share no information but chance, and a unit shares its entropy with itself"() {
        given:
        def x = Rows.gaussian(1, 5000, 1)

        expect: 'ten bins of equal counts; the correction adds (m - 1)/(2n)'
        Math.abs(information(x, x).values().at(0, 0) - (Math.log(10) + 9 / 10000)) < 1e-12
        Math.abs(information(x, Rows.gaussian(2, 5000, 1)).values().at(0, 0)) < 0.005
    }

    def "a unit correlates with itself to exactly 1, with its opposite to -1, whatever grows with it"() {
        given:
        def x = Rows.gaussian(5, 1201, 20)

        when:
        def values = spearman(x, x.map { row -> row.collect { Math.exp(it) } + row.collect { -it } }).values()

        then:
        (0..<20).every { values.at(it, it) == 1 && values.at(it, 20 + it) == -1 }
    }

    def "a dead unit has 0 with everything, itself included, and is reported by #metric.name()"() {
        given:
        def x = new Rows([[1, 3, 2], [2, 3, 1], [4, 3, 0], [3, 3, 0]])

        when:
        def correlation = metric.correlate(settings, x, x, context)

        then:
        correlation.deadX() == [1]
        correlation.deadY() == [1]
        correlation.values().rowAt(1).toList() == [0, 0, 0]
        correlation.values().transposed().rowAt(1).toList() == [0, 0, 0]
        1 * context.warn("dead units of x: 1 of 3; $meaning")
        1 * context.warn("dead units of y: 1 of 3; $meaning")

        where:
        metric                  | settings                         | meaning
        new Spearman()          | new Spearman.Settings()          | 'they correlate 0 with everything'
        new MutualInformation() | new MutualInformation.Settings() | 'they share no information with anything'
    }

    def "the matrix has a row for each unit of x and a column for each unit of y"() {
        expect:
        metric.describe(settings, Rows.described(3, 100), Rows.described(5, 100)) == new Description.OfCorrelation(3, 5)

        where:
        metric                  | settings
        new Spearman()          | new Spearman.Settings()
        new MutualInformation() | new MutualInformation.Settings()
    }

    private CorrelationMatrix spearman(Rows x, Rows y) {
        new Spearman().correlate(new Spearman.Settings(), x, y, context)
    }

    private CorrelationMatrix information(Rows x, Rows y) {
        new MutualInformation().correlate(new MutualInformation.Settings(), x, y, context)
    }
}
