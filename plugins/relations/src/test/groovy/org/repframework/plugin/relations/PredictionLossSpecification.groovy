package org.repframework.plugin.relations

import static org.repframework.plugin.relations.SparsePredictionSpecification.moments
import static org.repframework.plugin.relations.SparsePredictionSpecification.random

import org.repframework.spi.Description
import org.repframework.spi.Inputs
import org.repframework.spi.IntVector
import org.repframework.spi.Matrix
import org.repframework.spi.Prediction
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Refusal
import org.repframework.spi.Seeds
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class PredictionLossSpecification extends Specification {

    def context = Mock(StageContext)

    def "on the images fitted on, the losses are those of the fit"() {
        given:
        def (x, y) = related(500, 1)
        def fit = fit(x, y)

        when:
        def same = losses(fit, x, y)

        then:
        [fit.steps(), same.steps()].transpose().every { one, other ->
            one.weights() == other.weights() && one.predictors() == other.predictors() && one.gap() == other.gap() &&
                    (0..1).every { Math.abs(one.losses().at(0, it) - other.losses().at(0, it)) < 1e-12 }
        }
    }

    def "on other images, of other means and deviations, they are what the samples say"() {
        given:
        def (x, y) = related(500, 2)
        def fit = fit(x, y)
        def (others, targets) = related(300, 3)
        others = others.collect { row -> row.collect { 1.5d * it + 0.3d } }

        when:
        def tried = losses(fit, others, targets)

        then:
        tried.samples() == 300
        [fit.steps(), tried.steps()].transpose().every { one, other ->
            (0..1).every { unit ->
                def error = (0..<300).sum { sample ->
                    (targets[sample][unit] - predicted(fit, one, others[sample], unit))**2
                } / 300
                Math.abs(other.losses().at(0, unit) - error / variance(targets.collect { it[unit] }) / 2) < 1e-10
            }
        }
    }

    def "an overfitted prediction costs more on other images than nothing does"() {
        given:
        def fit = fit(random(40, 30, 4), random(40, 1, 5))
        def tried = losses(fit, random(2000, 30, 6), random(2000, 1, 7))

        expect:
        fit.bestLoss(0) < 0.25
        tried.steps().last().losses().at(0, 0) > 0.6
        tried.knee(0).predictors().at(0) == 0
    }

    def "a unit that is constant in the fit or on the other images costs a half"() {
        given:
        def x = random(100, 3, 8)
        def fit = fit(x, x.collect { [1d, it[0], it[1]] })

        when:
        def tried = losses(fit, x, x.collect { [it[2], 5d, it[1]] })

        then:
        tried.steps().every { it.losses().at(0, 0) == 0.5d && it.losses().at(0, 1) == 0.5d }
        tried.bestLoss(2) < 0.01
        1 * context.warn('dead units of y: 1 of 3; a dead unit of y costs 0.5 whatever its weights')
    }

    def "a predictor that was constant in the fit does not matter later"() {
        given:
        def x = random(100, 2, 9)
        def fit = fit(x.collect { [it[0], 3d] }, x.collect { [it[0]] })

        expect:
        losses(fit, x, x.collect { [it[0]] }).bestLoss(0) < 0.01
    }

    def "the knee has the fewest predictors within 10 % of the best loss"() {
        given:
        def fit = prediction([[0.5d, 0.5d], [0.22d, 0.5d], [0.215d, 0.3d], [0.2d, 0.4d]], [[0, 0], [3, 0], [3, 1], [9, 5]])

        expect:
        fit.knee(0) == fit.steps()[2]
        fit.knee(1) == fit.steps()[2]
        fit.scores() == [predictors: 2d, loss: (0.215d + 0.3d) / 2, 'best loss': (0.2d + 0.3d) / 2]
    }

    def "without a prediction it is refused"() {
        when:
        describe(3, 2, [])

        then:
        def refusal = thrown(Refusal)
        refusal.message == "from is missing; give the prediction whose weights are tried: from: correlate('sparse-prediction', a, b)"
    }

    def "a prediction of other layers is refused with the numbers of units"() {
        when:
        describe(3, 2, [new Inputs.Input<>('from', [:], new Description.OfPrediction(3, 4))])

        then:
        def refusal = thrown(Refusal)
        refusal.message == 'the prediction is of 4 units from 3, the recordings have 2 and 3'
    }

    def "images on which nothing varies are a failure"() {
        given:
        def x = random(50, 2, 10)

        when:
        losses(fit(x, x), [[1d, 2d]] * 5, [[3d, 4d]] * 5)

        then:
        thrown(StageFailure)
    }

    private static describe(int unitsX, int unitsY, List<Inputs.Input> further) {
        def moments = new Description.OfMoments(new RecordingDescription('a', 'sum', unitsX, 9), new RecordingDescription('b', 'sum', unitsY, 9))
        new PredictionLoss().describe(new PredictionLoss.Settings(), new Inputs<>([new Inputs.Input<>('moments', [:], moments)] + further),
                { 1L } as Seeds)
    }

    private Prediction fit(List<List<Double>> x, List<List<Double>> y) {
        new SparsePrediction().correlate(new SparsePrediction.Settings(8, 0.001), moments(x, y), Stub(StageContext))
    }

    private Prediction losses(Prediction fit, List<List<Double>> x, List<List<Double>> y) {
        def inputs = new Inputs<>([new Inputs.Input<>('moments', [:], moments(x, y)), new Inputs.Input<>('from', [:], fit)])
        new PredictionLoss().run(new PredictionLoss.Settings(), inputs, context).byName().correlation as Prediction
    }

    private static List<List<List<Double>>> related(int samples, long seed) {
        def x = random(samples, 6, seed)
        def noise = random(samples, 2, -seed)
        [x, (0..<samples).collect { [x[it][0] + 2 * x[it][1] + noise[it][0] + 4, x[it][2] * x[it][3] + x[it][4] + noise[it][1]] }]
    }

    private static double predicted(Prediction fit, Prediction.Step step, List<Double> sample, int unit) {
        def sum = (0..<sample.size()).sum {
            step.weights().at(it, unit) * (sample[it] - fit.x().means().at(0, it)) / fit.x().deviations().at(0, it)
        }
        fit.y().means().at(0, unit) + fit.y().deviations().at(0, unit) * sum
    }

    private static double variance(List<Double> values) {
        def mean = values.sum() / values.size()
        values.sum { (it - mean)**2 } / values.size()
    }

    private static Prediction prediction(List<List<Double>> losses, List<List<Integer>> predictors) {
        def ones = Matrix.row(1, 1)
        def steps = [losses, predictors].transpose().collect { loss, count ->
            new Prediction.Step(0.1, Matrix.of(2, 2, 0, 0, 0, 0), Matrix.row(loss as double[]), IntVector.of(count as int[]), 0)
        }
        new Prediction(steps, new Prediction.Standard(ones, ones), new Prediction.Standard(ones, ones), 9)
    }
}
