package org.repframework.plugin.relations

import groovy.transform.CompileStatic
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.Plugin
import org.repframework.spi.Prediction
import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.testkit.Activations
import spock.lang.Specification

class SparsePredictionSpecification extends Specification {

    def context = Mock(StageContext)

    def "the plugin is found and offers its stages"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'relations' }.stages()*.name() ==
                ['sparse-prediction', 'prediction-loss', 'spectral-clusters', 'hierarchical-clusters']
    }

    def "on uncorrelated predictors each weight is the correlation, shrunk by the penalty"() {
        given: 'the columns of a Hadamard matrix, and a sum of three of them and something apart'
        def x = (0..<8).collect { i -> (1..<8).collect { j -> (Integer.bitCount(i & j) % 2 ? -1d : 1d) } }
        def y = x.collect { [3 * it[0] - 2 * it[1] + 0.5d * it[4]] }
        def correlations = [3, -2, 0, 0, 0.5, 0, 0].collect { it / Math.sqrt(9 + 4 + 0.25) }

        when:
        def prediction = fit(x, y, 6, 0.01)

        then:
        prediction.steps().every { solves(it, correlations) }
        prediction.steps()*.predictors()*.at(0) == [0, 2, 2, 3, 3, 3]
    }

    def "a penalty of 1 predicts nothing, which costs exactly a half"() {
        given:
        def x = random(200, 5, 1)

        when:
        def prediction = fit(x, x, 4, 0.001)

        then:
        prediction.steps()[0].penalty() == 1
        prediction.steps()[0].losses().toArray().every { it == 0.5d }
        prediction.steps()[0].predictors().toArray().every { it == 0 }
        Math.abs(prediction.steps()[3].penalty() - 0.001) < 1e-15
    }

    def "a planted sum of two units is found with exactly two predictors"() {
        given:
        def x = random(2000, 30, 2)
        def y = x.collect { [it[3] + it[17], it[5] - 4 * it[9] + 100] }

        when:
        def prediction = fit(x, y)

        then:
        prediction.knee(0).predictors().toArray() == [2, 2]
        nonzero(prediction.knee(0), 0) == [3, 17]
        nonzero(prediction.knee(1), 1) == [5, 9]
        prediction.bestLoss(0) < 1e-5
        prediction.scores().keySet().toList() == ['predictors', 'loss', 'best loss']
        prediction.scores().predictors == 2
    }

    def "weights and losses are those of a second way, proximal gradient on the samples"() {
        given: 'predictors that are far from uncorrelated'
        def mixture = random(12, 12, 3)
        def x = random(400, 12, 4).collect { row -> (0..<12).collect { j -> Math.max(0d, (0..<12).sum { row[it] * mixture[it][j] }) } }
        def noise = random(400, 2, 5)
        def y = (0..<400).collect { [x[it][0] + x[it][1] * x[it][2] + noise[it][0], x[it][3] - x[it][4] + 3 * noise[it][1]] }
        def zx = standardised(x)
        def zy = standardised(y)

        when:
        def prediction = fit(x, y, 5, 0.003)

        then:
        prediction.steps().every { step ->
            step.gap() < 1e-6 && (0..1).every { unit ->
                def target = zy.collect { it[unit] }
                def weights = proximalGradient(zx, target, step.penalty())
                def found = (0..<12).collect { step.weights().at(it, unit) }
                (0..<12).every { Math.abs(found[it] - weights[it]) < 1e-6 } &&
                        Math.abs(step.losses().at(0, unit) - loss(zx, target, found)) < 1e-12 &&
                        objective(zx, target, found, step.penalty()) - objective(zx, target, weights, step.penalty()) <= step.gap() + 1e-12 &&
                        step.predictors().at(unit) == found.count { Math.abs(it) > 1e-3 }
            }
        }
    }

    def "a constant unit predicts nothing, is predicted by nothing, and is stated"() {
        given:
        def x = random(300, 3, 6).collect { [it[0], 7d, it[1], it[2]] }
        def y = x.collect { [it[0] + it[2], -1d] }

        when:
        def prediction = fit(x, y)

        then:
        prediction.steps().every { step ->
            step.weights().at(1, 0) == 0 && step.losses().at(0, 1) == 0.5d && step.predictors().at(1) == 0 &&
                    (0..<4).every { step.weights().at(it, 1) == 0 }
        }
        prediction.x().dead(1)
        prediction.y().dead(1)
        prediction.scores().predictors == 2
        1 * context.warn('dead units of x: 1 of 4; they predict nothing and are predicted by nothing, loss 0.5')
        1 * context.warn('dead units of y: 1 of 2; they predict nothing and are predicted by nothing, loss 0.5')
    }

    def "of two equal units one predicts"() {
        given:
        def x = random(300, 2, 7).collect { [it[0], it[0], it[1]] }

        expect:
        fit(x, x.collect { [it[0]] }).knee(0).predictors().at(0) == 1
    }

    def "fewer samples than units are warned of"() {
        when:
        def prediction = fit(random(6, 9, 8), random(6, 2, 9))

        then:
        prediction.steps().every { it.gap() < 1e-6 }
        1 * context.warn('only 6 samples for 9 and 2 units: units correlate by chance; take more images')
    }

    def "one sample is a failure"() {
        when:
        fit([[1d, 2d]], [[3d]])

        then:
        def failure = thrown(StageFailure)
        failure.message == 'all 2 units of x are dead (constant over the 1 samples): they relate to nothing'
    }

    def "a smallest penalty of 0 is refused"() {
        when:
        new SparsePrediction.Settings(20, 0)

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'smallest'
    }

    /** Soft thresholding. */
    private static boolean solves(Prediction.Step step, List<Double> correlations) {
        def expected = correlations.collect { Math.copySign(Math.max(0d, Math.abs(it) - step.penalty()), it) }
        def loss = (1 - [correlations, expected].transpose().sum { c, w -> w * (2 * c - w) }) / 2
        (0..<expected.size()).every { Math.abs(step.weights().at(it, 0) - expected[it]) < 1e-12 } &&
                Math.abs(step.losses().at(0, 0) - loss) < 1e-12 && step.gap() < 1e-12
    }

    private Prediction fit(List<List<Double>> x, List<List<Double>> y, int penalties = 20, double smallest = 0.001) {
        new SparsePrediction().correlate(new SparsePrediction.Settings(penalties, smallest), moments(x, y), context)
    }

    static JointMoments moments(List<List<Double>> x, List<List<Double>> y) {
        new Activations(matrix(x), matrix(y)).moments()
    }

    static Matrix matrix(List<List<Double>> rows) {
        Matrix.of(rows.size(), rows[0].size(), rows.flatten() as double[])
    }

    static List<List<Double>> random(int samples, int units, long seed) {
        def random = new Random(seed)
        (0..<samples).collect { (0..<units).collect { random.nextGaussian() } }
    }

    static List<double[]> standardised(List<List<Double>> rows) {
        def columns = rows.transpose().collect { column ->
            def mean = column.sum() / column.size()
            def deviation = Math.sqrt(column.sum { (it - mean)**2 } / column.size())
            column.collect { (it - mean) / deviation }
        }
        columns.transpose().collect { it as double[] }
    }

    private static List<Integer> nonzero(Prediction.Step step, int unit) {
        (0..<step.weights().rows()).findAll { Math.abs(step.weights().at(it, unit)) > 1e-3 }
    }

    private static double loss(List<double[]> x, List<Double> y, List<Double> weights) {
        (0..<x.size()).sum { sample -> (y[sample] - dot(x[sample], weights as double[]))**2 } / x.size() / 2
    }

    private static double objective(List<double[]> x, List<Double> y, List<Double> weights, double penalty) {
        loss(x, y, weights) + penalty * weights.sum { Math.abs(it) }
    }

    /** Accelerated, on the normal equations; the step is 1 over the trace, which bounds the largest eigenvalue. */
    @CompileStatic
    private static List<Double> proximalGradient(List<double[]> x, List<Double> y, double penalty) {
        int p = x[0].length
        double[][] gram = new double[p][p]
        double[] target = new double[p]
        for (int sample = 0; sample < x.size(); sample++) {
            for (int i = 0; i < p; i++) {
                target[i] += x[sample][i] * y[sample] / x.size()
                for (int j = 0; j < p; j++) {
                    gram[i][j] += x[sample][i] * x[sample][j] / x.size()
                }
            }
        }
        double[] weights = new double[p]
        double[] ahead = new double[p]
        double momentum = 1
        for (int iteration = 0; iteration < 5_000; iteration++) {
            double[] next = new double[p]
            for (int i = 0; i < p; i++) {
                double value = ahead[i] + (target[i] - dot(gram[i], ahead)) / p
                next[i] = Math.signum(value) * Math.max(0d, Math.abs(value) - penalty / p)
            }
            double following = (1 + Math.sqrt(1 + 4 * momentum * momentum)) / 2
            for (int i = 0; i < p; i++) {
                ahead[i] = next[i] + (momentum - 1) / following * (next[i] - weights[i])
            }
            weights = next
            momentum = following
        }
        weights.toList()
    }

    @CompileStatic
    private static double dot(double[] a, double[] b) {
        double sum = 0
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i]
        }
        sum
    }
}
