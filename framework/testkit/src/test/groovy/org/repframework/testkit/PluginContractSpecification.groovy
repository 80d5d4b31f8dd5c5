package org.repframework.testkit

import org.repframework.spi.Plugin
import org.repframework.spi.Stage
import spock.lang.Specification

class PluginContractSpecification extends Specification {

    static Map offences = [:]

    static class Honest implements Plugin {
        String name() { offences.getOrDefault('name', 'planted') }
        String summary() { offences.getOrDefault('summary', 'one metric') }
        List<Stage<?>> stages() { offences.stages ? offences.stages() : [new PlantedMetric()] }
    }

    static class Unnamed extends Honest {}

    static class Demanding extends Honest {
        Demanding(String argument) {}
    }

    static class PlantedContract extends PluginContract {
        protected Plugin plugin() { offences.plugin ? offences.plugin() : new Honest() }
    }

    private static Verdict verdict(Map offences) {
        this.offences = offences
        Verdict.of(PlantedContract)
    }

    def 'an honest plugin passes'() {
        when:
        def verdict = verdict([:])

        then:
        verdict.failed == [:]
        verdict.passed.size() == 5
    }

    def 'tells: #message'() {
        when:
        def failed = verdict(offences).failed

        then:
        failed.keySet() == demands as Set
        failed[demands[0]].startsWith(message)

        where:
        offences | demands || message
        [plugin: { new Unnamed() }] | ['the service file names the plugin'] || 'META-INF/services/org.repframework.spi.Plugin must name org.repframework.testkit.PluginContractSpecification$Unnamed; it names [org.repframework.testkit.PluginContractSpecification$Honest'
        [plugin: { new Demanding('') }] | ['the class is public and made without arguments', 'the service file names the plugin'] || 'org.repframework.testkit.PluginContractSpecification$Demanding has no public constructor without arguments'
        [name: 'CKA'] | ['name is in lower case with hyphens'] || "the name 'CKA' is not in lower case"
        [summary: ''] | ['summary is one line'] || 'the summary is empty'
        [stages: { [] }] | ['stages are always the same and each of them once'] || 'the plugin has no stage'
        [stages: { [new PlantedMetric(), new PlantedMetric()] }] | ['stages are always the same and each of them once'] || 'a stage is there twice'
        [stages: { [new PlantedMetric(offences: [name: "m${System.nanoTime()}".toString()])] }] | ['stages are always the same and each of them once'] || 'stages() differs from call to call'
    }
}
