package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Plugin
import spock.lang.Specification

class DeepLearning4jPluginSpecification extends Specification {

    def "the plugin is found as a service and offers its stages"() {
        when:
        def plugin = ServiceLoader.load(Plugin).find { it.name() == 'deeplearning4j' }

        then:
        plugin.stages().collect { "${it.role().verb()} ${it.name()}".toString() } ==
                ['train sgd', 'load deeplearning4j', 'record units', 'record top-patches', 'evaluate accuracy',
                    'transfer copy-layers', 'transfer random-layers']
        plugin.stages().every { !it.summary().isBlank() && it.settings().isRecord() }
        plugin.stages().findAll { !it.dependsOnThreads() }*.name() == ['deeplearning4j', 'copy-layers', 'random-layers']
    }
}
