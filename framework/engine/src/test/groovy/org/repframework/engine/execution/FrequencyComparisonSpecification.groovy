package org.repframework.engine.execution

import org.repframework.engine.InventedStages.Canonical
import org.repframework.spi.Artifact
import org.repframework.spi.Frequency
import org.repframework.spi.FrequencyMoments
import org.repframework.spi.FrequencyMoments.Products
import org.repframework.spi.Inputs
import org.repframework.spi.Matrix
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class FrequencyComparisonSpecification extends Specification {

    def context = Mock(StageContext)

    static FrequencyMoments moments(List<Frequency> frequencies, List xx, List xy, List<Double> imaginary) {
        def products = { real, other ->
            new Products(Matrix.of(real.size(), 1, real as double[]), Matrix.of(real.size(), 1, other as double[]))
        }
        def none = [0d] * frequencies.size()
        def twos = [2d] * frequencies.size()
        new FrequencyMoments(10, frequencies, Matrix.row(3), Matrix.row(4), products(xx, none), products(twos, none),
                products(xy, imaginary))
    }

    private run(FrequencyMoments moments) {
        def inputs = new Inputs<Artifact>([new Inputs.Input<Artifact>('moments', [:], moments)])
        FrequencyComparison.run(new Canonical(), new Canonical.Settings('mean'), inputs, context)
    }

    def 'the score is the mean over the frequencies, each as often as it stands for'() {
        given: 'coherences 1/8, (1 + 4) / 8 and 4/8'
        def frequencies = [new Frequency(0, 0, 1), new Frequency(1, 0, 2), new Frequency(-1, 1, 2)]

        when:
        def outputs = run(moments(frequencies, [4d, 4d, 4d], [1d, 1d, 0d], [0d, 2d, -2d]))
        def result = outputs.byName().correlation

        then:
        result.metric() == 'canonical'
        result.compared()*.score() == [1 / 8d, 5 / 8d, 4 / 8d]
        result.compared()*.details() == [[deadX: 0d, deadY: 0d]] * 3
        Math.abs(result.score() - (1 + 2 * 5 + 2 * 4) / 8d / 5d) < 1e-15
        result.scores() == [canonical: result.score()]
        [result.samples(), result.unitsX(), result.unitsY()] == [10, 1, 1]
        result.compared()*.frequency() == frequencies
        result.degenerate() == []

        and: 'equal warnings are one, and progress is made in frequencies'
        1 * context.warn('at 1 of 3 frequencies: 10 samples')
        1 * context.warn('at 2 of 3 frequencies: 20 samples (real and imaginary parts counted)')
        (1..3).each { 1 * context.progress(it, 3, 'frequencies') }
        0 * context.warn(_)
    }

    def 'a frequency where a side is dead is left out, with a warning'() {
        given:
        def frequencies = [new Frequency(0, 0, 1), new Frequency(1, 0, 2)]

        when:
        def result = run(moments(frequencies, [4d, 1e-25d], [1d, 0d], [0d, 0d])).byName().correlation

        then:
        result.score() == 1 / 8d
        result.compared()*.frequency() == frequencies[0..0]
        result.degenerate() == frequencies[1..1]
        1 * context.warn('all units of a side are dead at 1 of 2 frequencies, which are left out of the mean')
    }

    def 'where every frequency is dead there is nothing to compare'() {
        when:
        run(moments([new Frequency(0, 0, 1)], [0d], [0d], [0d]))

        then:
        def failure = thrown(StageFailure)
        failure.message == 'all units of a side are dead at each of the 1 frequencies: there is nothing to compare'
    }
}
