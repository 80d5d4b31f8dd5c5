package org.repframework.engine.dsl

import org.codehaus.groovy.control.CompilerConfiguration
import org.repframework.engine.settings.LayerKind
import spock.lang.Shared
import spock.lang.Specification

/** What the GDSL file tells IntelliJ, recorded by a stand-in for the small part of its interface that the file uses. */
class EditorSpecification extends Specification {

    /** The script's base class: contexts are maps, contributors are collected. */
    static abstract class Descriptor extends Script {
        List<Map> contributors = []

        Map context(Map named) { named }

        Map scriptScope() { [scope: 'script'] }

        Map closureScope(Map named) { [scope: 'closure'] + named }

        void contributor(Map context, Closure body) { contributors << [context: context, body: body] }
    }

    /** Inside a contributor. */
    static class Contribution {
        Set<String> enclosing
        List<Map> methods = []
        List<Map> properties = []

        void method(Map named) { methods << named }

        void property(Map named) { properties << named }

        Map parameter(Map named) { named }

        boolean enclosingCall(String name) { name in enclosing }
    }

    @Shared
    List<Map> contributors

    def setupSpec() {
        def text = WorkflowScript.getResource('workflow.gdsl').text
        def configuration = new CompilerConfiguration(scriptBaseClass: Descriptor.name)
        def script = (Descriptor) new GroovyShell(getClass().classLoader, new Binding(), configuration).parse(text)
        script.run()
        contributors = script.contributors
    }

    Contribution contribution(Closure<Boolean> context, List<String> enclosing = []) {
        def recorded = new Contribution(enclosing: enclosing as Set)
        contributors.findAll { context(it.context) }.each { one ->
            one.body.delegate = recorded
            one.body.resolveStrategy = Closure.DELEGATE_FIRST
            one.body()
        }
        return recorded
    }

    def 'a script is offered exactly the verbs that there are, each with a type and a word on what it does'() {
        when:
        def methods = contribution { it.scope?.scope == 'script' }.methods

        then:
        methods*.name.sort() == WorkflowScript.verbs() as List
        methods.every { it.type && it.params && it.doc }
        methods.find { it.name == 'param' }.namedParams*.name == ['min', 'max', 'choices', 'path']
    }

    def 'a network block is offered exactly the layers with exactly their settings, and no other block is'() {
        when:
        def methods = contribution({ it.scope?.scope == 'closure' }, ['network']).methods

        then:
        methods*.name.sort() == NetworkBlock.verbs() as List
        LayerKind.values().every { kind ->
            (methods.find { it.name == kind.verb() }.namedParams ?: [])*.name == kind.settings()*.name()
        }
        contribution({ it.scope?.scope == 'closure' }, ['each']).methods.isEmpty()
    }

    def 'a result is offered its parts and what is known of it, and the type of results exists'() {
        when:
        def handles = contributors*.context.findAll { it.ctype }

        then:
        handles*.ctype == [ScriptHandle.name]
        contribution { it.ctype == ScriptHandle.name }.properties*.name ==
                ['train', 'test', 'A', 'B', 'curve', 'layers', 'classNames', 'count']
        contribution { it.ctype == ScriptHandle.name }.methods*.name == ['at']
    }
}
