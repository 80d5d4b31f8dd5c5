package org.repframework.testkit

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod

import org.junit.platform.engine.DiscoverySelector
import org.junit.platform.engine.TestExecutionResult
import org.junit.platform.engine.support.descriptor.MethodSource
import org.junit.platform.launcher.TestExecutionListener
import org.junit.platform.launcher.TestIdentifier
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder
import org.junit.platform.launcher.core.LauncherFactory

/** What a contract says of a stage: which of its demands passed, and with which message others failed. */
class Verdict {

    final List<String> passed = []
    final Map<String, String> failed = [:]

    /** Runs a contract as JUnit does for a plugin author. */
    static Verdict of(Class<?> contract) {
        run(selectClass(contract))
    }

    static Verdict of(Class<?> contract, String method) {
        run(selectMethod(contract, method))
    }

    private static Verdict run(DiscoverySelector selected) {
        def verdict = new Verdict()
        def request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selected)
                .configurationParameter('junit.jupiter.execution.parallel.enabled', 'false')
                .build()
        LauncherFactory.create().execute(request, new TestExecutionListener() {

            @Override
            void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (result.status == TestExecutionResult.Status.FAILED) {
                    verdict.failed[name(test)] = result.throwable.get().message
                } else if (test.isTest() && result.status == TestExecutionResult.Status.SUCCESSFUL) {
                    verdict.passed << name(test)
                }
            }
        })
        verdict
    }

    /** For example {@code summary is one line}, and of a generated test {@code declared traits hold: rotation}. */
    private static String name(TestIdentifier test) {
        def source = test.source.orElse(null)
        if (!(source instanceof MethodSource)) {
            return test.displayName
        }
        def sentence = Sentences.of(source.methodName)
        sentence == test.displayName ? sentence : "$sentence: $test.displayName"
    }
}
