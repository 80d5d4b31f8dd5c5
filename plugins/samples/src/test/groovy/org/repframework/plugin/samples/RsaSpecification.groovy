package org.repframework.plugin.samples

import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class RsaSpecification extends Specification {

    def "#compare of #distance distances is what scipy computes of the published demo's data"() {
        expect:
        Math.abs(rsa(distance, compare, Demo.x(), Demo.y()) - value) < 1e-13

        where:
        distance            | compare           || value
        'EUCLIDEAN'         | 'SPEARMAN'        || 0.4929646966980301
        'EUCLIDEAN'         | 'PEARSON'         || 0.5065855977507129
        'EUCLIDEAN'         | 'COSINE'          || 0.979040238878038
        'EUCLIDEAN'         | 'KENDALL'         || 0.3401547501688944
        'EUCLIDEAN'         | 'WHITENED_COSINE' || 0.6387944644334372
        'SQUARED_EUCLIDEAN' | 'SPEARMAN'        || 0.4929646966980301
        'SQUARED_EUCLIDEAN' | 'PEARSON'         || 0.5062321116301346
        'SQUARED_EUCLIDEAN' | 'COSINE'          || 0.9277705489524422
        'SQUARED_EUCLIDEAN' | 'KENDALL'         || 0.3401547501688944
        'SQUARED_EUCLIDEAN' | 'WHITENED_COSINE' || 0.5576132566117588
        'CORRELATION'       | 'SPEARMAN'        || 0.4724396737630472
        'CORRELATION'       | 'PEARSON'         || 0.4851461427711322
        'CORRELATION'       | 'COSINE'          || 0.9485748279789332
        'CORRELATION'       | 'KENDALL'         || 0.3250701396670279
        'CORRELATION'       | 'WHITENED_COSINE' || 0.5298655631323276
        'COSINE'            | 'SPEARMAN'        || 0.4817347875043646
        'COSINE'            | 'PEARSON'         || 0.493616188062738
        'COSINE'            | 'COSINE'          || 0.9540871579698443
        'COSINE'            | 'KENDALL'         || 0.331938418331629
        'COSINE'            | 'WHITENED_COSINE' || 0.5414103505593525
    }

    def "the whitened cosine is the one weighed by the inverse of the distances' covariance, as numpy inverts it for 30 samples"() {
        expect:
        Math.abs(rsa(distance, 'WHITENED_COSINE', first30(Demo.x()), first30(Demo.y())) - value) < 1e-12

        where:
        distance            || value
        'SQUARED_EUCLIDEAN' || 0.6554190585303368
        'CORRELATION'       || 0.6144445255877318
    }

    private static Rows first30(Rows side) {
        new Rows((side.values as List).take(30) as double[][])
    }

    def "linear CKA is the whitened cosine of squared Euclidean distances: #samples samples of #p and #q units"() {
        given:
        def x = Rows.gaussian(1, samples, p).map { row -> row.collect { it + offset } }
        def y = Rows.gaussian(2, samples, q)

        expect:
        Math.abs(rsa('SQUARED_EUCLIDEAN', 'WHITENED_COSINE', x, y) - linearCka(x, y)) < 1e-11

        where:
        samples | p  | q  | offset
        100     | 10 | 4  | 0
        100     | 4  | 10 | 1e4
        8       | 20 | 30 | 0
        300     | 1  | 1  | 0
    }

    private static double linearCka(Rows x, Rows y) {
        squares(x, y) / Math.sqrt(squares(x, x) * squares(y, y))
    }

    /** |YcᵀXc|². */
    private static double squares(Rows x, Rows y) {
        def (a, b) = [x, y].collect { side ->
            (side.values as List).transpose().collect { column -> column.collect { it - column.sum() / column.size() } }
        }
        [a, b].combinations().sum { u, v -> [u, v].transpose().sum { it[0] * it[1] } ** 2 }
    }

    def "equal distances share their ranks: #compare as scipy computes it of 780 distances, many of them equal"() {
        expect:
        Math.abs(rsa('EUCLIDEAN', compare, Demo.coarse(Demo.x()), Demo.coarse(Demo.y())) - value) < 1e-13

        where:
        compare    || value
        'SPEARMAN' || 0.39739280243334885
        'KENDALL'  || 0.2880747091472897
    }

    def "tau-b by merging is tau-b by comparing every pair of distances with every other"() {
        given:
        def (x, y) = [Demo.x(), Demo.y()].collect { Demo.coarse(it) }
        def (a, b) = [x, y].collect { side -> distances(side.values as List) }
        def (concordant, a2, b2) = [0, 0, 0]
        for (i in 0..<a.size()) {
            for (j in 0..<i) {
                concordant += (a[i] <=> a[j]) * (b[i] <=> b[j])
                a2 += a[i] == a[j] ? 0 : 1
                b2 += b[i] == b[j] ? 0 : 1
            }
        }

        expect:
        Math.abs(rsa('SQUARED_EUCLIDEAN', 'KENDALL', x, y) - concordant / Math.sqrt((double) a2 * b2)) < 1e-13
    }

    private static List<Double> distances(List rows) {
        (0..<rows.size()).collectMany { i ->
            (i + 1..<rows.size()).findAll { it > i && it < rows.size() }.collect { j ->
                [rows[i] as List, rows[j] as List].transpose().sum { (it[0] - it[1])**2 }
            }
        }
    }

    def "a layer is like itself to 1, exactly by #compare of #distance distances"() {
        expect:
        Math.abs(rsa(distance, compare, Demo.x(), Demo.x()) - 1) < 1e-15

        where:
        [distance, compare] << [Distance.values()*.name(), Rsa.Comparison.values()*.name()].combinations()
    }

    def "samples without direction are at distance 1 from all others, and told"() {
        given:
        def context = Mock(StageContext)
        def rows = [[0, 0], [1, 0], [0, 1], [3, 3]]

        when:
        def cosine = SampleDistances.read('x', new Rows(rows), Distance.COSINE, context, new Work(context, 1, 'steps'))

        then:
        [[0, 1], [1, 0], [0, 3], [1, 2]].every { i, j -> cosine.between(i, j) == 1 }
        Math.abs(cosine.between(1, 3) - (1 - Math.sqrt(0.5))) < 1e-15
        1 * context.warn('samples of x that are 0 in all units: 1 of 4; they are at distance 1 from every other')

        when:
        def correlation = SampleDistances.read('y', new Rows(rows), Distance.CORRELATION, context, new Work(context, 1, 'steps'))

        then:
        [[0, 1], [3, 2]].every { i, j -> correlation.between(i, j) == 1 }
        Math.abs(correlation.between(1, 2) - 2) < 1e-15
        1 * context.warn('samples of y that are the same in all units: 2 of 4; they are at distance 1 from every other')
    }

    def "distances that are all equal cannot be compared by #compare"() {
        when:
        rsa('EUCLIDEAN', compare, new Rows([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), Rows.gaussian(1, 3, 4))

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith('all samples of x are equally far apart')

        where:
        compare << ['SPEARMAN', 'PEARSON', 'KENDALL']
    }

    private double rsa(String distance, String compare, Rows x, Rows y) {
        new Rsa().correlate(new Rsa.Settings(Distance.valueOf(distance), Rsa.Comparison.valueOf(compare)), x, y, Stub(StageContext)).score()
    }
}
