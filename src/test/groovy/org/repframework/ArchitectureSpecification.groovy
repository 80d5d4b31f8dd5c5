package org.repframework

import com.tngtech.archunit.core.domain.JavaClasses
import com.tngtech.archunit.core.importer.ClassFileImporter
import com.tngtech.archunit.core.importer.ImportOption
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition
import spock.lang.Shared
import spock.lang.Specification

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses

/** The rules of dependency between the modules. */
class ArchitectureSpecification extends Specification {

    @Shared
    JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages('org.repframework')

    def 'enough classes are seen for the rules to mean something'() {
        expect:
        ['spi', 'numerics', 'engine', 'report', 'testkit', 'command', 'compare'].every { part ->
            classes.any { it.packageName.startsWith("org.repframework.$part") }
        }
        classes.size() > 400
        classes.collect { it.packageName }.findAll { it.startsWith('org.repframework.plugin.') }
                .collect { it.split(/\./)[3] }.toSet()
                == ['correlation', 'datasets', 'deeplearning4j', 'matching', 'relations', 'samples', 'similarity', 'splitters', 'subspacematch', 'summaries', 'svcca'] as Set
    }

    def 'what stands in #where does not use #what'() {
        expect:
        noClasses().that().resideInAnyPackage(*where).should().dependOnClassesThat().resideInAnyPackage(*what).check(classes)

        where:
        where                                                        | what
        ['org.repframework.spi..']                                   | ['org.nd4j..', 'org.slf4j..', 'com..', 'groovy..', 'jakarta..', 'tools..']
        ['org.repframework.numerics..']                              | ['org.repframework.engine..', 'org.repframework.report..', 'org.repframework.plugin..']
        ['org.repframework.engine..']                                | ['org.repframework.report..', 'org.repframework.command..', 'org.repframework.numerics..', 'org.repframework.plugin..']
        ['org.repframework.testkit..']                               | ['org.repframework.engine..', 'org.repframework.report..', 'org.repframework.command..', 'org.repframework.numerics..', 'org.repframework.plugin..', 'org.nd4j..', 'groovy..', 'spock..']
        ['org.repframework.report..']                                | ['org.repframework.command..', 'org.repframework.numerics..', 'org.repframework.plugin..', 'groovy..']
        ['org.repframework.plugin..']                                | ['org.repframework.engine..', 'org.repframework.report..', 'org.repframework.command..', 'com.google.inject..']
        ['org.repframework.compare..']                               | ['org.repframework.command..', 'org.repframework.report..', 'org.repframework.plugin..', 'com.google.inject..']
        ['org.repframework.engine..', 'org.repframework.report..', 'org.repframework', 'org.repframework.command..', 'org.repframework.compare..'] | ['org.nd4j..', 'org.bytedeco..', 'org.deeplearning4j..']
    }

    def 'native code is reached by numerics and the plugin of Deeplearning4j alone'() {
        expect:
        noClasses().that().resideOutsideOfPackages('org.repframework.numerics..', 'org.repframework.plugin.deeplearning4j..').should()
                .dependOnClassesThat().resideInAnyPackage('org.nd4j..', 'org.bytedeco..').check(classes)
        ['numerics', 'plugin.deeplearning4j'].every { part ->
            classes.any { type -> type.packageName.startsWith("org.repframework.$part") &&
                    type.directDependenciesFromSelf.any { it.targetClass.packageName.startsWith('org.nd4j') } }
        }
    }

    def 'the SPI uses the JDK alone'() {
        expect:
        ArchRuleDefinition.classes().that().resideInAPackage('org.repframework.spi..').should()
                .onlyDependOnClassesThat().resideInAnyPackage('java..', 'org.repframework.spi..').check(classes)
    }

    def 'the testkit uses the SPI and JUnit alone, and nothing that ships uses the testkit'() {
        expect:
        ArchRuleDefinition.classes().that().resideInAPackage('org.repframework.testkit..').should().onlyDependOnClassesThat()
                .resideInAnyPackage('java..', 'org.repframework.spi..', 'org.repframework.testkit..', 'org.junit.jupiter.api..', 'org.opentest4j..').check(classes)
        noClasses().that().resideOutsideOfPackage('org.repframework.testkit..').should()
                .dependOnClassesThat().resideInAPackage('org.repframework.testkit..').check(classes)
    }

    def 'the context class loader is set in one place'() {
        expect:
        noClasses().that().doNotHaveFullyQualifiedName('org.repframework.engine.registry.ContextLoader').should()
                .callMethod(Thread, 'setContextClassLoader', ClassLoader).check(classes)
        classes.get('org.repframework.engine.registry.ContextLoader').methodCallsFromSelf*.name.contains('setContextClassLoader')
    }

    def 'no plugin uses another'() {
        expect:
        noClasses().that().resideInAPackage("org.repframework.plugin.${plugin}..").should().dependOnClassesThat()
                .resideInAnyPackage(*others.collect { "org.repframework.plugin.${it}..".toString() }).check(classes)

        where:
        plugin << ['correlation', 'datasets', 'deeplearning4j', 'matching', 'relations', 'samples', 'similarity', 'splitters', 'subspacematch', 'summaries', 'svcca']
        others = ['correlation', 'datasets', 'deeplearning4j', 'matching', 'relations', 'samples', 'similarity', 'splitters', 'subspacematch', 'summaries', 'svcca'] - plugin
    }

    def 'Groovy is known in the language package alone'() {
        expect:
        noClasses().that().resideOutsideOfPackage('org.repframework.engine.dsl..').should().dependOnClassesThat()
                .resideInAnyPackage('groovy..', 'org.codehaus.groovy..', 'org.apache.groovy..').check(classes)
    }

    def 'ServiceLoader is used in the registry alone'() {
        expect:
        noClasses().that().resideOutsideOfPackage('org.repframework.engine.registry..').should()
                .dependOnClassesThat().areAssignableTo(ServiceLoader).check(classes)
    }

    def 'Guice is used only where things are wired'() {
        expect:
        noClasses().that().resideOutsideOfPackages('org.repframework.engine', 'org.repframework.engine.registry', 'org.repframework.command')
                .should().dependOnClassesThat().resideInAPackage('com.google.inject..').check(classes)
    }

    def 'Deeplearning4j stays inside its plugin'() {
        expect:
        noClasses().that().resideOutsideOfPackage('org.repframework.plugin.deeplearning4j..').should()
                .dependOnClassesThat().resideInAPackage('org.deeplearning4j..').check(classes)
    }
}
