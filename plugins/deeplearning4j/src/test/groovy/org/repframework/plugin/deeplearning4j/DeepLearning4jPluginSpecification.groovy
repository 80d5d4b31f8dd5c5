package org.repframework.plugin.deeplearning4j

import org.repframework.spi.Plugin
import org.repframework.spi.TransferBuilder
import spock.lang.Specification

class DeepLearning4jPluginSpecification extends Specification {

    def "the plugin is found as a service and offers one stage a role"() {
        when:
        def plugin = ServiceLoader.load(Plugin).find { it.name() == 'deeplearning4j' }

        then:
        plugin.stages().collect { "${it.role().verb()} ${it.name()}".toString() } ==
                ['train sgd', 'record units', 'evaluate accuracy', 'transfer copy-layers', 'transfer random-layers']
        plugin.stages().every { !it.summary().isBlank() && it.settings().isRecord() && it.dependsOnThreads() == !(it instanceof TransferBuilder) }
    }
}
