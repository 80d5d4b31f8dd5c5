package org.repframework.command

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.ActivationRecorder
import org.repframework.spi.GramMetric
import org.repframework.spi.MomentMetric
import org.repframework.spi.PatchRecorder
import org.repframework.spi.SampleMatcher
import org.repframework.spi.SampleMetric
import org.repframework.spi.Stage
import spock.lang.Specification

/** Every stage that ships is held to the contract of its role, by a class in its plugin's tests. */
class ShippedContractsSpecification extends Specification {

    static Map<String, String> contracts() {
        Files.walk(Path.of('../plugins')).withCloseable { files ->
            files.filter { it.toString() ==~ /.*\/src\/test\/groovy\/.*ContractSpecification\.groovy/ }.toList()
        }.collectMany { file ->
            def text = Files.readString(file)
            def contract = text.find(/extends (\w+Contract)\b/) { all, name -> name }
            text.findAll(/(?:new |        )([A-Z]\w+)[.(]/) { all, stage -> [stage, contract] } // constructed, or by a factory
        }.collectEntries()
    }

    /** By the kind of stage, or by what evidence it takes. */
    static String contractOf(Stage stage) {
        def kinds = [SampleMatcher, MomentMetric, GramMetric, SampleMetric, ActivationRecorder, PatchRecorder]
        def kind = kinds.find { it.isInstance(stage) }?.simpleName ?: stage.role().name().split('_').collect { it.toLowerCase().capitalize() }.join()
        kind + 'Contract'
    }

    def '#stage.title() passes the #contract'() {
        expect:
        contracts()[stage.call { it.class.simpleName }] == contract

        where:
        stage << ShippedStages.registry().stages()
        contract = ShippedContractsSpecification.contractOf(stage.call { it })
    }
}
