package org.repframework.plugin.summaries;

import java.util.List;
import org.repframework.plugin.summaries.paired.PairedDifference;
import org.repframework.plugin.summaries.paired.PairedMean;
import org.repframework.spi.Plugin;
import org.repframework.spi.Stage;

/** Offers {@code summarise('table', rows)}, {@code summarise('mean', rows, over: ['pair'])} and what follows from them. */
public final class SummariesPlugin implements Plugin {

    @Override
    public String name() {
        return "summaries";
    }

    @Override
    public String summary() {
        return "tables of labelled scores: rows, means, paired differences; verdicts on units and layers";
    }

    @Override
    public List<Stage<?>> stages() {
        return List.of(
                new TableSummary(),
                new MeanSummary(),
                new PairedDifference(),
                new PairedMean(),
                new PredictionPath(),
                new Verdict(),
                new Recurrence(),
                new LayerIdentification());
    }
}
