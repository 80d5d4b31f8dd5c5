package org.repframework.command

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.command.Diagnostics.Format
import org.repframework.engine.dsl.Workflow
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.problem.Code
import org.repframework.engine.store.ContentHashes
import org.repframework.engine.store.Json
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Every script in `src/test/resources/mistakes` is checked with the stages that ship, and the whole text of what is
 * printed compared with the file beside it. A script is named after the code it provokes; a first line
 * `// -P name=value` or `// --params file` sets parameters. What was printed instead is written to `target/mistakes`.
 */
class MistakesSpecification extends Specification {

    static final Path MISTAKES = Path.of('test/resources/mistakes').toAbsolutePath()

    static final Path ORDINARY = Path.of('test/resources/ordinary').toAbsolutePath()

    @TempDir
    Path folder

    static List<String> names() {
        MISTAKES.toFile().list().findAll { it ==~ /(REP-\d{4}.*|planted)\.groovy/ }*.replace('.groovy', '').sort()
    }

    Workflow load(Path script) {
        def first = Files.readAllLines(script)[0]
        def file = first.find(/--params (\S+)/) { all, name -> name }
        def given = GivenParameters.read(first.findAll(/-P (\S+)/) { all, option -> option }, Optional.ofNullable(file).map { MISTAKES.resolve(it) }, folder)
        def context = new PlanContext(script, '', 1L, given, [:])
        return new WorkflowLoader(ShippedStages.registry()).load(context, new ContentHashes(folder.resolve('files.json')))
    }

    def '#name is reported in just these words'() {
        given:
        def script = MISTAKES.resolve(name + '.groovy')
        def workflow = load(script)
        def printed = new Diagnostics(Path.of(name + '.groovy'), workflow.sources())
                .write(workflow.problems(), Format.TEXT)
                .replace(MISTAKES.toString(), '/folder')
        Files.createDirectories(Path.of('target/mistakes'))
        Files.writeString(Path.of("target/mistakes/${name}.txt"), printed)

        expect:
        printed == Files.readString(MISTAKES.resolve(name + '.txt'))
        name == 'planted' || workflow.problems()*.code().contains(Code.find(name.take(8)).get())

        where:
        name << names()
    }

    def 'more than thirty mistakes come at once, also those in loops, closures, functions and branches that are not taken'() {
        expect:
        load(MISTAKES.resolve('planted.groovy')).problems().size() >= 32
    }

    def 'nothing is said of ordinary Groovy: #script'() {
        expect:
        def workflow = load(script)
        workflow.problems() == []
        workflow.plan().get().tasks().size() > 10

        where:
        script << [ORDINARY, Path.of('../workflows')].collectMany { folder ->
            def scripts = folder.toFile().listFiles().sort()
            def included = scripts.collectMany { it.text.findAll(/(?m)^include '(.+)'/) { all, file -> file } }
            scripts.findAll { !(it.name in included) }*.toPath() // what is shared uses little of itself
        }
    }

    def 'for editors each problem is a line of JSON'() {
        given:
        def workflow = load(MISTAKES.resolve('REP-2003-included.groovy'))

        when:
        def lines = new Diagnostics(Path.of('studies/my.groovy'), workflow.sources()).write(workflow.problems(), Format.JSON).readLines()

        then:
        lines.collect { Json.LINE.readValue(it, Map) } == [[
                code: 'REP-2003', severity: 'error', file: 'studies/lib/common.groovy', line: 3, column: 47, endLine: 3,
                endColumn: 56, message: "'semi' has no setting 'direktion'", suggestion: 'direction',
                possible: ['direction', 'absolute'], todo: 'rep-framework stages semi explains its settings',
                times: 1, callers: []]]
    }
}
