package org.repframework.plugin.correlation

import org.repframework.spi.Description
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.Plugin
import org.repframework.spi.RecordingDescription
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.testkit.Activations
import spock.lang.Specification

class PearsonSpecification extends Specification {

    def pearson = new Pearson()
    def context = Mock(StageContext)

    def "the plugin is found and offers pearson"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'correlation' }.stages()*.name() == ['pearson']
    }

    def "the matrix has a row for each unit of x and a column for each unit of y"() {
        expect:
        pearson.describe(new Pearson.Settings(), recording(3), recording(5)) == new Description.OfCorrelation(3, 5)
    }

    def "planted correlations are found"() {
        given: 'y: a multiple of the first unit of x, its opposite, the sum of both units, and something apart'
        def x = [[1, 0], [-1, 0], [0, 1], [0, -1]]
        def y = x.collect { [5 * it[0] + 7, -it[0], it[0] + it[1], it[0] * it[0]] }

        when:
        def correlation = correlate(x, y)

        then:
        correlation.samples() == 4
        correlation.values().rowAt(0)[0, 1, 3] == [1, -1, 0]
        correlation.values().rowAt(1)[0, 1, 3] == [0, 0, 0]
        (0..1).every { Math.abs(correlation.values().at(it, 2) - Math.sqrt(0.5)) < 1e-15 }
        [correlation.deadX(), correlation.deadY()] == [[], []]
        0 * context.warn(_)
    }

    def "a living unit correlates with itself to exactly 1, and nothing exceeds 1"() {
        given:
        def random = new Random(5)
        def x = (0..<50).collect {
            def shared = random.nextGaussian() * 1e-3
            (0..<20).collect { unit -> unit < 10 ? shared * (unit + 1) / 3 : random.nextGaussian() * 10**unit }
        }

        when:
        def values = correlate(x, x).values()

        then:
        (0..<20).every { values.at(it, it) == 1 }
        values.toArray().every { it >= -1 && it <= 1 }
        values == values.transposed()
    }

    def "a dead unit correlates with nothing, itself included, and is reported"() {
        given:
        def x = [[1, 3, 2], [2, 3, 1], [4, 3, 0]]

        when:
        def correlation = correlate(x, x)

        then:
        correlation.deadX() == [1]
        correlation.deadY() == [1]
        correlation.values().rowAt(1).toList() == [0, 0, 0]
        correlation.values().transposed().rowAt(1).toList() == [0, 0, 0]
        1 * context.warn('dead units of x: 1 of 3; they correlate 0 with everything')
        1 * context.warn('dead units of y: 1 of 3; they correlate 0 with everything')
    }

    def "one sample has no correlation"() {
        when:
        correlate([[1, 2]], [[3, 4]])

        then:
        def failure = thrown(StageFailure)
        failure.message == 'a correlation needs at least 2 samples, there is 1'
    }

    private correlate(List<List> x, List<List> y) {
        pearson.correlate(new Pearson.Settings(), moments(x, y), context)
    }

    private static RecordingDescription recording(int units) {
        new RecordingDescription('conv1', 'sum', units, 100)
    }

    private static JointMoments moments(List<List> x, List<List> y) {
        new Activations(matrix(x), matrix(y)).moments()
    }

    private static Matrix matrix(List<List> rows) {
        Matrix.of(rows.size(), rows[0].size(), rows.flatten() as double[])
    }
}
