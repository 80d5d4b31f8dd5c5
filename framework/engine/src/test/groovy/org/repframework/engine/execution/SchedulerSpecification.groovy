package org.repframework.engine.execution

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.CopyOnWriteArrayList
import org.repframework.engine.InventedStages
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.Plan
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.plan.Task
import org.repframework.engine.run.Outcome
import org.repframework.engine.run.Outcome.State
import org.repframework.engine.run.RunListener
import org.repframework.engine.store.ContentHashes
import spock.lang.Specification
import spock.lang.TempDir

class SchedulerSpecification extends Specification {

    @TempDir
    Path folder

    Plan plan() {
        Files.writeString(folder.resolve('photos.zip'), 'bytes')
        def file = Files.writeString(folder.resolve('study.groovy'), '''\
            def images = dataset('pictures', path: 'photos.zip')
            def nets = (1..2).collect { train('sgd', images.train, replica: it) }
            ['conv1', 'fc2'].each { layer ->
                def units = nets.collect { record('units', it, images.test, layer: layer) }
                match('bipartite', correlate('pearson', units[0], units[1]))
            }
            '''.stripIndent())
        def context = new PlanContext(file, '', 1L, GivenParameters.NONE, [:])
        return new WorkflowLoader(InventedStages.registry()).load(context, new ContentHashes(folder.resolve('f'))).plan().get()
    }

    static Outcome ran() {
        new Outcome(State.RAN, 1, [], '')
    }

    List<Outcome> run(Plan plan, Map<Integer, Outcome> known, int slots, List<List<String>> jobs, Closure<Outcome> outcome) {
        def execution = { List<Task> tasks ->
            jobs << tasks*.id()
            return tasks.collect { outcome(it) }
        } as Scheduler.Execution
        return new Scheduler(plan, known, execution, new RunListener() {}).run(slots)
    }

    def 'the moments over one probe set go to one worker in one pass, every other task alone'() {
        given:
        def jobs = new CopyOnWriteArrayList<List<String>>()

        when:
        def outcomes = run(plan(), [:], slots, jobs) { ran() }

        then:
        outcomes.every { it.state() == State.RAN }
        jobs.count { it == ['moments-1', 'moments-2'] } == 1
        jobs.flatten().size() == 9
        jobs.flatten().toSet().size() == 9

        where:
        slots << [1, 2, 5]
    }

    def 'a failed task stops what needs it and nothing else'() {
        given:
        def plan = plan()

        when:
        def outcomes = run(plan, [:], 2, []) { it.id() == 'train-2' ? new Outcome(State.FAILED, 0, [], 'no') : ran() }
        def states = plan.tasks().collectEntries { [it.id(), outcomes[it.number()].state()] }

        then:
        states['train-1'] == State.RAN
        states['train-2'] == State.FAILED
        states.findAll { it.value == State.SKIPPED }.keySet()
                == ['moments-1', 'correlate-1', 'match-1', 'moments-2', 'correlate-2', 'match-2'] as Set
        outcomes[plan.tasks().find { it.id() == 'moments-1' }.number()].message() == 'it needs train-2'
    }

    def 'what is known is not run again'() {
        given:
        def plan = plan()
        def jobs = new CopyOnWriteArrayList<List<String>>()
        def known = plan.tasks().findAll { !it.id().startsWith('match') }
                .collectEntries { [it.number(), new Outcome(State.CACHED, 1, [], '')] }

        when:
        run(plan, known, 2, jobs) { ran() }

        then:
        jobs.flatten().toSet() == ['match-1', 'match-2'] as Set
    }

    def 'an exception while a job is carried out fails that job with its reason'() {
        given:
        def plan = plan()

        when:
        def outcomes = run(plan, [:], 1, []) { throw new IllegalStateException('disk full') }

        then:
        outcomes[0].state() == State.FAILED
        outcomes[0].message().contains('disk full')
    }
}
