package org.repframework.plugin.svcca;

import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Description;
import org.repframework.spi.JointMoments;
import org.repframework.spi.MomentMetric;
import org.repframework.spi.RecordingDescription;
import org.repframework.spi.StageContext;
import org.repframework.spi.StageFailure;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * Mean canonical correlation over the smaller of the two ranks (H. Hotelling, "Relations between two sets of
 * variates", Biometrika 28, 1936). Invariant to any invertible linear map of either side.
 */
final class Cca implements MomentMetric<Cca.Settings> {

    record Settings() {}

    @Override
    public String name() {
        return "cca";
    }

    @Override
    public String summary() {
        return "mean canonical correlation over the smaller rank, 0 to 1";
    }

    @Override
    public Class<Settings> settings() {
        return Settings.class;
    }

    @Override
    public Traits traits() {
        return Traits.of(Trait.SYMMETRIC, Trait.TRANSLATION, Trait.LINEAR_MAP).between(0, 1);
    }

    @Override
    public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
        return Description.of(CanonicalCorrelations.class);
    }

    @Override
    public CanonicalCorrelations correlate(Settings settings, JointMoments moments, StageContext context)
            throws StageFailure, InterruptedException {
        return new CanonicalAnalysis(name(), 1).of(moments, context);
    }
}
