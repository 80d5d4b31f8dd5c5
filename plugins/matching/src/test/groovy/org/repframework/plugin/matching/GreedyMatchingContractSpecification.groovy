package org.repframework.plugin.matching

import org.repframework.spi.Matcher
import org.repframework.testkit.MatcherContract

class GreedyMatchingContractSpecification extends MatcherContract<GreedyMatching.Settings> {

    @Override
    protected Matcher<GreedyMatching.Settings> stage() {
        new GreedyMatching()
    }
}
