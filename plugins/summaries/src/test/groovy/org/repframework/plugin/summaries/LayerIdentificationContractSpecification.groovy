package org.repframework.plugin.summaries

import org.repframework.spi.Scores
import org.repframework.spi.Summary
import org.repframework.testkit.Handling
import org.repframework.testkit.SummaryContract

class LayerIdentificationContractSpecification extends SummaryContract<LayerIdentification.Settings> {

    @Override
    protected Summary<LayerIdentification.Settings> stage() {
        new LayerIdentification()
    }

    @Override
    protected List<SummaryContract.Row> rows() {
        [['conv1', 'conv2'], ['conv1', 'conv2']].combinations().collect { x, y ->
            new SummaryContract.Row([measure: 'cka', pair: '1-2', x: x, y: y], new Scores([cka: x == y ? 0.9d : 0.2d]))
        }
    }

    /** The first score is compared, whatever it is called. */
    @Override
    protected Map<String, Handling> handling() {
        ['rows with other scores': Handling.RESULT]
    }
}
