package org.repframework.plugin.splitters

import org.repframework.spi.Plugin
import org.repframework.spi.Setting
import spock.lang.Specification

class SplittersPluginSpecification extends Specification {

    def "the plugin is found and offers its splitters"() {
        expect:
        ServiceLoader.load(Plugin).find { it.name() == 'splitters' }.stages()*.name() ==
                ['random-classes', 'classes', 'class-table', 'random-samples', 'images-per-class']
    }

    def "every setting is explained"() {
        expect:
        new SplittersPlugin().stages().every { stage ->
            stage.settings().recordComponents.every { it.getAnnotation(Setting)?.value() }
        }
    }
}
