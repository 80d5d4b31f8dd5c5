package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.Distribution.Result
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir
import tools.jackson.databind.json.JsonMapper

/** The quickstart, run as the README says, and run again. */
@Stepwise
class QuickstartEndToEndSpecification extends Specification {

    @Shared
    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    @Shared
    Path firstRun

    Result quickstart(Object... more) {
        distribution.run(folder, 'run', distribution.home.resolve('workflows/quickstart.groovy'), *more)
    }

    Path latest() {
        folder.resolve('results/quickstart/latest').toRealPath()
    }

    static Map json(File file) {
        JsonMapper.builder().build().readValue(file, Map)
    }

    static Map<String, String> tables(Path run) {
        run.resolve('tables').toFile().listFiles().sort().collectEntries { [it.name, it.text] }
    }

    def 'it runs from beginning to end'() {
        when:
        def result = quickstart()
        firstRun = latest()

        then:
        result.exit == 0
        result.out =~ /done: \d+ ran, 0 cached/
        result.out.contains("report: ${firstRun.resolve('report.html')}")
        Files.size(firstRun.resolve('report.html')) > 10_000
    }

    def 'both networks land between 60 and 95 percent'() {
        given:
        def rows = firstRun.resolve('tables/accuracy.csv').toFile().readLines()

        expect:
        rows[0] == 'network,accuracy,loss'
        rows.size() == 3
        rows.tail()*.split(',').every { (0.60..0.95).containsWithinBounds(it[1] as BigDecimal) }
        rows[1].split(',')[1] != rows[2].split(',')[1]
    }

    def 'a correlation table has the units of one net as rows and of the other as columns, without empty cells'() {
        given:
        def lines = firstRun.resolve('tables/between-net-correlation--conv1.csv').toFile().readLines()*.split(',', -1)

        expect:
        lines[0].toList() == ['unit'] + (0..<32)*.toString()
        lines.size() == 33
        lines.tail().every { row -> row.length == 33 && row.every { !it.isEmpty() } }
        lines.tail().every { row -> row.tail().every { (it as double).abs() <= 1 } }
    }

    def 'a matching is a table of unit, partner, correlation and margin, and one-to-one uses no partner twice'() {
        given:
        def lines = firstRun.resolve('tables/one-to-one-matching--conv1.csv').toFile().readLines()*.split(',')

        expect:
        lines[0].toList() == ['unit', 'partner', 'correlation', 'margin']
        lines.tail()*.getAt(1).toSet().size() == 32
    }

    def 'each figure of the report is also a file, byte for byte'() {
        given:
        def page = Files.readString(firstRun.resolve('report.html'))
        def figures = firstRun.resolve('figures').toFile().listFiles()

        expect:
        figures.length >= 10
        figures.every { page.contains(it.text.trim()) }
    }

    def 'the provenance says versions, seeds, settings, keys, threads and times'() {
        given:
        def provenance = json(firstRun.resolve('provenance.json').toFile())

        expect:
        provenance.seed == 1
        provenance.environment.keySet().containsAll(['framework', 'java', 'threads', 'libraries', 'processor'])
        provenance.tasks.every { it.key ==~ /[0-9a-f]{64}/ && it.plugin.version && it.seconds >= 0 }
        provenance.tasks.find { it.stage == 'train sgd' }.settings[0].momentum == 0.9
    }

    def 'a second run trains nothing and gives the same tables, byte for byte'() {
        when:
        def result = quickstart()

        then:
        result.exit == 0
        result.out =~ /done: 0 ran, \d+ cached/
        latest() != firstRun
        tables(latest()) == tables(firstRun)
    }

    def 'a changed setting runs only what depends on it'() {
        when:
        def result = distribution.run(folder, 'plan', distribution.home.resolve('workflows/quickstart.groovy'), '-P', 'epochs=7')
        def states = result.out.readLines().findAll { it =~ /^(cached|run)/ }.collectEntries { line ->
            def words = line.split(/\s+/)
            [words[1], words[0]]
        }

        then:
        result.exit == 0
        states.findAll { it.value == 'cached' }.keySet() == ['dataset-1', 'split-1'] as Set
        states['train-1'] == 'run'
    }

    def 'an altered artifact is noticed, set aside and computed again, and the tables stay the same'() {
        given:
        def records = folder.resolve('.rep/tasks').toFile().listFiles()*.listFiles().flatten().collect { json(it).record }
        def object = records.find { it.call == 'correlate pearson' }.objects[0].name
        def damaged = records.count { it.objects*.name.contains(object) } // a matching keeps the matrix that was matched
        def file = folder.resolve(".rep/objects/${object[0..1]}/$object")
        def bytes = Files.readAllBytes(file)
        bytes[bytes.length - 1] = (byte) (bytes[bytes.length - 1] ^ 1)
        Files.write(file, bytes)

        when:
        def result = quickstart()

        then:
        result.exit == 0
        result.err.contains("is damaged: objects/${object[0..1]}/$object; it was moved to quarantine and is computed again")
        result.out.contains("done: $damaged ran, ")
        tables(latest()) == tables(firstRun)
        Files.exists(folder.resolve(".rep/quarantine/$object"))
    }

    def 'another store computes the same bytes'() {
        when:
        def result = distribution.run(folder, 'run', distribution.home.resolve('workflows/quickstart.groovy'),
                '--store', 'another', '-P', 'epochs=1')
        def first = latest()
        def again = distribution.run(folder, 'run', distribution.home.resolve('workflows/quickstart.groovy'),
                '--store', 'yet-another', '-P', 'epochs=1')

        then:
        result.exit == 0
        again.exit == 0
        first != latest()
        tables(first) == tables(latest())
    }
}
