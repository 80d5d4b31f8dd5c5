package org.repframework.plugin.datasets

import org.repframework.spi.Plugin
import org.repframework.spi.Setting
import spock.lang.Specification

class DatasetsPluginSpecification extends Specification {

    def "the plugin is found and offers its sources"() {
        given:
        def plugin = ServiceLoader.load(Plugin).find { it.name() == 'datasets' }

        expect:
        plugin.stages()*.name() == ['synthetic', 'image-folder', 'pictures', 'idx']
        plugin.stages()*.draws() == [true, false, false, false]
    }

    def "every setting is explained"() {
        expect:
        new DatasetsPlugin().stages().every { stage ->
            stage.settings().recordComponents.every { it.getAnnotation(Setting)?.value() }
        }
    }
}
