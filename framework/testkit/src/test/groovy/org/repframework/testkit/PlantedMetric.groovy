package org.repframework.testkit

import org.repframework.spi.Artifact
import org.repframework.spi.Description
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.MomentMetric
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Scores
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Trait
import org.repframework.spi.Traits

/** Linear CKA, honest but for its offences: values, or closures instead of methods. */
class PlantedMetric implements MomentMetric {

    static final HONEST = Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION).between(0, 1)

    Map offences = [:]

    String name() {
        offences.getOrDefault('name', 'planted')
    }

    String summary() {
        offences.getOrDefault('summary', 'linear CKA')
    }

    Class settings() {
        offences.getOrDefault('settings', PlantedSettings.Honest)
    }

    int revision() {
        offences.getOrDefault('revision', 1)
    }

    boolean draws() {
        offences.getOrDefault('draws', false)
    }

    boolean dependsOnThreads() {
        offences.getOrDefault('dependsOnThreads', false)
    }

    Traits traits() {
        offences.getOrDefault('traits', HONEST)
    }

    boolean comparesFrequencies(Record settings) {
        offences.getOrDefault('comparesFrequencies', false)
    }

    Description describe(Record settings, RecordingDescription x, RecordingDescription y) {
        offences.describe ? offences.describe() : Description.of(Scores)
    }

    Artifact correlate(Record settings, JointMoments moments, StageContext context) {
        offences.correlate ? offences.correlate(moments, context) : cka(moments)
    }

    static Scores cka(JointMoments moments) {
        def sizes = Math.sqrt(squares(moments.xx()) * squares(moments.yy()))
        if (sizes == 0) {
            throw new StageFailure('a side is constant')
        }
        score(Math.min(1d, squares(moments.xy()) / sizes))
    }

    static Scores score(double value) {
        new Scores([cka: value])
    }

    static double squares(Matrix matrix) {
        double sum = 0
        for (double value : matrix.toArray()) {
            sum += value * value
        }
        sum
    }
}
