package org.repframework.plugin.matching

import org.repframework.spi.Matcher
import org.repframework.testkit.MatcherContract

class MutualMatchingContractSpecification extends MatcherContract<MutualMatching.Settings> {

    @Override
    protected Matcher<MutualMatching.Settings> stage() {
        new MutualMatching()
    }
}
