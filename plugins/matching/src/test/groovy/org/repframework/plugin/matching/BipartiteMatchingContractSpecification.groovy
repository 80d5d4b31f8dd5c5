package org.repframework.plugin.matching

import org.repframework.spi.Matcher
import org.repframework.testkit.MatcherContract

class BipartiteMatchingContractSpecification extends MatcherContract<BipartiteMatching.Settings> {

    @Override
    protected Matcher<BipartiteMatching.Settings> stage() {
        new BipartiteMatching()
    }
}
