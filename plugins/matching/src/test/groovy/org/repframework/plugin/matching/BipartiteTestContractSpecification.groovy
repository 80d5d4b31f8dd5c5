package org.repframework.plugin.matching

import org.repframework.spi.SampleMatcher
import org.repframework.testkit.SampleMatcherContract

class BipartiteTestContractSpecification extends SampleMatcherContract<PermutationTest.Settings> {

    @Override
    protected SampleMatcher<PermutationTest.Settings> stage() {
        PermutationTest.bipartite()
    }
}
