package org.repframework.plugin.svcca;

import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * SVCCA: canonical correlations after each side is cut to its leading principal directions (Raghu, Gilmer, Yosinski
 * and Sohl-Dickstein, "SVCCA: Singular Vector Canonical Correlation Analysis for Deep Learning Dynamics and
 * Interpretability", NIPS 2017, section 2). The share is one of the variance, that is of the squared singular values.
 */
final class Svcca implements MomentMetric<Svcca.Settings> {

    record Settings(
            @Setting(
                    value = "share of each side's variance that the kept principal directions reach, above 0",
                    defaultValue = "0.99",
                    min = 0,
                    max = 1)
            double variance) {

        Settings {
            if (!(variance > 0 && variance <= 1)) {
                throw Refusal.of("variance", "variance is " + variance + "; it must be above 0 and at most 1");
            }
        }
    }

    @Override
    public String name() {
        return "svcca";
    }

    @Override
    public String summary() {
        return "mean canonical correlation of the principal directions that hold most of the variance, 0 to 1";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.ISOTROPIC_SCALING, Trait.ROTATION)
                .between(0, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(CanonicalCorrelations.class);
    }

    @Override
    public CanonicalCorrelations correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        return new CanonicalAnalysis(name(), settings.variance()).of(moments, context);
    }
}
