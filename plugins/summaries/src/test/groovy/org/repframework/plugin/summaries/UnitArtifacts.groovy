package org.repframework.plugin.summaries

import org.repframework.spi.Artifact
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Inputs
import org.repframework.spi.IntVector
import org.repframework.spi.Matching
import org.repframework.spi.Matrix
import org.repframework.spi.Prediction
import org.repframework.spi.StageContext
import org.repframework.spi.SubspaceMatch
import org.repframework.spi.SubspaceMatch.Group
import org.repframework.spi.Summary
import org.repframework.spi.Table

/** What summaries of units are given, and how they are called. */
class UnitArtifacts {

    /** The pairs (0, 0), (1, 1), ... of a square of units, with these correlations. */
    static Matching matching(List<Double> correlations, List<Double> pValues = [], List<Integer> deadY = []) {
        def size = correlations.size()
        def values = new double[size * size]
        correlations.eachWithIndex { correlation, i -> values[i * size + i] = correlation }
        new Matching('bipartite', (0..<size).collect { new Matching.Pair(it, it, correlations[it]) },
                new CorrelationMatrix('pearson', Matrix.of(size, size, values), 100, [], deadY), pValues)
    }

    /** @param losses step by step, one a unit of y; likewise the predictors */
    static Prediction prediction(List<List<Double>> losses, List<List<Integer>> predictors, List<Integer> deadY = []) {
        def size = losses[0].size()
        def deviations = (0..<size).collect { it in deadY ? 0d : 1d }
        def steps = (0..<losses.size()).collect {
            new Prediction.Step(1d / (1 << it), Matrix.of(size, size, new double[size * size]), Matrix.row(losses[it] as double[]),
                    IntVector.of(predictors[it] as int[]), 0)
        }
        def ones = Matrix.row([1d] * size as double[])
        new Prediction(steps, new Prediction.Standard(ones, ones), new Prediction.Standard(ones, Matrix.row(deviations as double[])), 100)
    }

    /** Simple matches of these units of y, with one of x each. */
    static SubspaceMatch simple(int units, List<Integer>... ofY) {
        new SubspaceMatch('simple', 0.3, ofY.collect { new Group([0], it) }, units, units, [], [], 0.8, 2)
    }

    static Table summarise(Summary summary, Record settings, StageContext context, List<Map<String, Object>> labels, List<List<Artifact>> artifacts) {
        def inputs = new Inputs<Artifact>((0..<labels.size()).collectMany { row ->
            artifacts[row].collect { new Inputs.Input<>("rows ${row + 1}".toString(), labels[row], it) }
        })
        summary.run(settings, inputs, context).byName().table as Table
    }
}
