package org.repframework.spi;

import java.util.Map;

/** An artifact that can stand in a row of a summary. */
public interface Scored {

    /** Named numbers in a fixed order, the headline first; never NaN. */
    Map<String, Double> scores();
}
