package org.repframework.report

import org.repframework.engine.plan.*
import org.repframework.engine.problem.Place
import org.repframework.engine.run.*
import org.repframework.engine.store.Pace
import org.repframework.spi.*

import java.nio.file.Files
import java.nio.file.Path
import java.time.Instant

import static org.repframework.engine.run.Outcome.State.*

/** Invents a run, task by task. */
class Run {
    final Path directory
    final List<Task> tasks = []
    final List<Outcome> outcomes = []
    final List<Exhibit> exhibits = []
    final List<CompletedRun.Display> displays = []
    String question = ''
    String script = "dataset('synthetic')\n"
    Map<String, Object> parameters = [:]
    Map<String, String> included = [:]
    /** How fast artifacts were computed. */
    Map<Artifact, Pace> paces = [:]

    Run(Path directory) {
        this.directory = directory
    }

    /** @param more {@code of}: slot to task; and whatever else a task and its outcome have */
    Task task(Map<String, Object> more = [:], Role role, String name) {
        var number = tasks.size()
        var edges = (more.of ?: [:]).collect { slot, source ->
            new Task.Input(slot.replaceAll(/\d+$/, ''), [:], new Edge(source.number(), 'result', []))
        }
        var id = more.id ?: "${role.verb()}-${number + 1}".toString()
        var call = more.call ?: "${role.verb()} $name".toString()
        var task = new Task(number, id, call, (more.place ?: Place.OUTSIDE) as Place, TinyStage.installed(role, name), Optional.empty(), (more.settings ?: []) as List<Record>,
                edges, Optional.ofNullable(more.replica as Integer), Ports.of('result', Description.of(Table)),
                String.format('%064x', 7919L * (number + 1) * 104729L), '{}')
        tasks << task
        outcomes << new Outcome((more.state ?: RAN) as Outcome.State, (more.seconds ?: 0) as double,
                (more.warnings ?: []) as List<String>, (more.message ?: '') as String)
        task
    }

    /** Shows artifacts, each with the task it came from. */
    Run show(String title, Map<Artifact, Task> artifacts) {
        display(new Exhibit.Show(title, artifacts.values().collect { new Edge(it.number(), 'result', []) }), artifacts)
    }

    Run show(String title, Artifact artifact) {
        show(title, [(artifact): any()])
    }

    Run plot(Map<String, String> columns, String title, Table table, Task task = any()) {
        display(new Exhibit.Plot(title, new Edge(task.number(), 'result', []), columns.x, columns.y,
                Optional.ofNullable(columns.series), Optional.ofNullable(columns.band),
                Optional.ofNullable(columns.level)), [(table): task])
    }

    /** An exhibit whose tasks did not all succeed. */
    Run fail(String title, Task task) {
        exhibits << new Exhibit.Show(title, [new Edge(task.number(), 'result', [])])
        this
    }

    private Task any() {
        tasks ? tasks.last() : task(Role.SUMMARY, 'mean')
    }

    private Run display(Exhibit exhibit, Map<Artifact, Task> artifacts) {
        exhibits << exhibit
        displays << new CompletedRun.Display(exhibit,
                artifacts.collect { artifact, task -> new CompletedRun.Item(task, 'result', artifact, paces[artifact] ?: Pace.UNKNOWN) })
        this
    }

    CompletedRun complete() {
        Files.createDirectories(directory)
        var file = directory.resolve('workflow.groovy')
        Files.writeString(file, script)
        new CompletedRun('2026-11-23-1', directory, file, new Plan('convergent-learning', question, [new Source(file.fileName.toString(), script)] + included.collect { name, text -> new Source(name, text) }, 42L, parameters, tasks, exhibits),
                Instant.parse('2026-11-23T19:44:54Z'), 75.4d, outcomes, displays,
                ['rep-framework': '0.1.0', 'java': '17.0.15 (Debian)', 'nd4j': '1.0.0-M2.1', 'threads': '1'])
    }

    /** What the report could not draw. */
    List<String> complaints

    /** Writes the report and gives its folder. */
    Path report() {
        complaints = new Report().write(complete())
        directory
    }
}
