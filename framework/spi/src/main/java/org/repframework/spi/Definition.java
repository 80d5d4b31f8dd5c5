package org.repframework.spi;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a measure is, for readers who met its name with other numbers: {@code rep-framework compare --list} shows it. Each
 * text is a clause or a sentence without its full stop; an empty one is not shown.
 *
 * @param formula the definition with its paper, for example {@code |XcᵀYc|² / (|XcᵀXc| |YcᵀYc|), Frobenius norms; Kornblith
 *     et al. 2019}
 * @param centring what is subtracted from what beforehand
 * @param tolerance what counts as dead, as outside of the rank, or as equal
 * @param divisor what sums are divided by
 * @param degenerate what happens on constant units, few samples and more units than samples
 */
public record Definition(String formula, String centring, String tolerance, String divisor, String degenerate) {

    /** Nothing is stated. */
    public static final Definition NONE = new Definition("", "", "", "", "");

    public static Definition of(Stage<?> stage) {
        if (stage instanceof CorrelationMetric<?> metric) {
            return metric.definition();
        }
        return stage instanceof Matcher<?> matcher ? matcher.definition() : NONE;
    }

    /** What is stated, by the name under which it is shown. */
    public Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        texts.put("definition", formula);
        texts.put("centring", centring);
        texts.put("tolerance", tolerance);
        texts.put("divisor", divisor);
        texts.put("degenerate input", degenerate);
        texts.values().removeIf(String::isEmpty);
        return texts;
    }
}
