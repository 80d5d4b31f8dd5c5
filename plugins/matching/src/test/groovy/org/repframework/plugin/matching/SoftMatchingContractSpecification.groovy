package org.repframework.plugin.matching

import org.repframework.spi.Matcher
import org.repframework.testkit.MatcherContract

class SoftMatchingContractSpecification extends MatcherContract<SoftMatching.Settings> {

    @Override
    protected Matcher<SoftMatching.Settings> stage() {
        new SoftMatching()
    }
}
