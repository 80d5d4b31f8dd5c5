package org.repframework.plugin.svcca;

import org.repframework.spi.CanonicalCorrelations;
import org.repframework.spi.Definition;
import org.repframework.spi.Refusal;
import org.repframework.spi.Setting;
import org.repframework.spi.Trait;
import org.repframework.spi.Traits;

/**
 * SVCCA: the mean canonical correlation after each side is cut to its leading principal directions (Raghu, Gilmer,
 * Yosinski and Sohl-Dickstein, "SVCCA: Singular Vector Canonical Correlation Analysis for Deep Learning Dynamics and
 * Interpretability", NIPS 2017, section 2), over the smaller number kept. The share is one of the variance, that is of
 * the squared singular values, unless the one of the singular values is asked for, which the paper's appendix takes.
 */
final class Svcca extends CanonicalMetric<Svcca.Settings> {

    record Settings(
            @Setting(
                    value = "share that the kept principal directions of each side reach, above 0",
                    defaultValue = "0.99",
                    min = 0,
                    max = 1)
            double variance,

            @Setting(
                    value = "of what the share is one: the variance (squared singular values) or the singular values",
                    defaultValue = "variance")
            Truncation.Share share) {

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
    public Definition definition() {
        return new Definition(
                "mean of rho after each side is cut to the fewest principal directions whose share of the "
                        + "squared singular values (share: singular-values: of the singular values) reaches "
                        + "variance, none of equal ones cut off; Raghu et al. 2017",
                "the mean of each unit, over the samples",
                "directions whose eigenvalue is at most 1e-12 of the largest are outside of the rank "
                        + "(from samples, a diagonal of QR at most 1e-10 of the first)",
                "the smaller number of directions kept",
                "dead units take no part, nothing but dead units is an error; a warning where samples are "
                        + "fewer than units or directions, and where the condition number is above 1e5");
    }

    @Override
    public int revision() {
        return 2; // of equal directions none is cut off
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
    public boolean comparesFrequencies(Settings settings) {
        return true;
    }

    @Override
    Truncation truncation(Settings settings) {
        return new Truncation(settings.variance(), settings.share());
    }

    @Override
    CanonicalCorrelations measure(Settings settings, CanonicalAnalysis analysis) {
        return measure(analysis, CanonicalMetric::mean);
    }
}
