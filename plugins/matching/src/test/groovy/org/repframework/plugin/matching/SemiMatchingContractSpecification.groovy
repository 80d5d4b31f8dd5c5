package org.repframework.plugin.matching

import org.repframework.spi.Matcher
import org.repframework.testkit.MatcherContract

class SemiMatchingContractSpecification extends MatcherContract<SemiMatching.Settings> {

    @Override
    protected Matcher<SemiMatching.Settings> stage() {
        new SemiMatching()
    }
}
