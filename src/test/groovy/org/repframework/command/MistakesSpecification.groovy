package org.repframework.command

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.command.Diagnostics.Format
import org.repframework.engine.dsl.Workflow
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.problem.Code
import org.repframework.engine.store.ContentHashes
import spock.lang.Specification
import spock.lang.TempDir

/**
 * Every script in `src/test/resources/mistakes` is checked with the stages that ship, and the whole text of what is
 * printed compared with the file beside it. A script is named after the code it provokes; a first line
 * `// -P name=value` sets parameters. What was printed instead is written to `target/mistakes`.
 */
class MistakesSpecification extends Specification {

    static final Path MISTAKES = Path.of('test/resources/mistakes').toAbsolutePath()

    @TempDir
    Path folder

    static List<String> names() {
        MISTAKES.toFile().list().findAll { it ==~ /REP-\d{4}.*\.groovy/ }*.replace('.groovy', '').sort()
    }

    Workflow load(Path script) {
        def given = Files.readAllLines(script)[0].findAll(/-P (\w+)=(\S+)/) { all, name, value -> [name, value] }
        def context = new PlanContext(script, '', 1L, given.collectEntries(), folder, [:])
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
        workflow.problems()*.code().any { it == Code.find(name.take(8)).get() }

        where:
        name << names()
    }
}
