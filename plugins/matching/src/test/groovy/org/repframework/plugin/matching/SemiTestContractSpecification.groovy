package org.repframework.plugin.matching

import org.repframework.spi.SampleMatcher
import org.repframework.testkit.SampleMatcherContract

class SemiTestContractSpecification extends SampleMatcherContract<PermutationTest.Settings> {

    @Override
    protected SampleMatcher<PermutationTest.Settings> stage() {
        PermutationTest.semi()
    }
}
