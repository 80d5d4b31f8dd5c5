package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.reproduction.Comparison
import org.repframework.engine.store.ArtifactCodec
import org.repframework.engine.store.Pace
import org.repframework.engine.store.Json
import org.repframework.engine.store.OutputFolder
import org.repframework.engine.store.Store
import org.repframework.engine.store.TaskRecord
import org.repframework.spi.Artifact
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Matching
import org.repframework.spi.Matrix
import org.repframework.spi.Scores
import org.repframework.spi.Table
import spock.lang.Specification
import spock.lang.TempDir

class ComparisonSpecification extends Specification {


    @TempDir
    Path folder

    TaskRecord.Output output(Artifact artifact, Store store) {
        def outputs = new OutputFolder(folder.resolve('outputs'), store)
        def value = ArtifactCodec.encode(artifact, outputs)
        def key = 'ab' * 32
        store.commit(new TaskRecord(key, '', Json.CANONICAL.readTree('{}'), [:], outputs.objects(), [], 1d, Pace.UNKNOWN, [:],
                new TaskRecord.Origin('', '', 'x', '', 0, '')), folder.resolve('outputs'))
        return new TaskRecord.Output(artifact.class.simpleName, value)
    }

    static CorrelationMatrix matrix(double... values) {
        new CorrelationMatrix('pearson', Matrix.of(1, values.length, values), 9, [], [])
    }

    static Matching matching(int partner) {
        new Matching('bipartite', [new Matching.Pair(0, partner, 0.5d)], matrix(0.5, 0.25))
    }

    def 'two artifacts are #text'() {
        given:
        def before = new Store(folder.resolve('before'))
        def now = new Store(folder.resolve('now'))

        when:
        def likeness = Comparison.compare(output(one, before), before, output(other, now), now)

        then:
        likeness.text(1e-6d) == text
        likeness.isWithin(1e-6d) == within

        where:
        one                                 | other                                   || text                                  | within
        matrix(0.5, 0.25)                   | matrix(0.5, 0.25)                       || 'bit-identical'                       | true
        matrix(0.5, 0.25)                   | matrix(0.5, 0.25 + 5e-8)                || 'within 5.0e-08 (relative 1.0e-07)'   | true
        matrix(0.5, 0.25)                   | matrix(0.5, 0.75)                       || 'different: by 0.50 (relative 0.67)'  | false
        matrix(0.5, 0.25)                   | matrix(0.5)                             || 'different: values: an array of 1 x 2 and one of 1 x 1' | false
        new Scores([accuracy: 2d])          | new Scores([accuracy: 2.000001d])       || 'within 1.0e-06 (relative 5.0e-07)'   | true
        new Scores([accuracy: 2d])          | new Scores([loss: 2d])                  || "different: values: 'accuracy' is not there" | false
        new Scores([accuracy: 2d])          | matrix(0.5)                             || 'different: another shape'            | false
        new Table(['a'], [['x'], ['y']])    | new Table(['a'], [['x'], ['z']])        || 'different: rows[1][0]: "y" and "z"'  | false
        new Table(['a'], [['x'], ['y']])    | new Table(['a'], [['x']])               || 'different: rows: another shape'      | false
        matching(0)                         | matching(1)                             || 'different: by 1.0 (relative 1.0)'    | false
    }

    def 'the order in which an artifact was written down does not count'() {
        given:
        def one = new TaskRecord.Output('Table', Json.CANONICAL.readTree('{"a":1,"b":{"x":1,"y":2}}'))
        def other = new TaskRecord.Output('Table', Json.CANONICAL.readTree('{"b":{"y":2,"x":1},"a":1}'))

        expect:
        one.hash() == other.hash()
        one.hash() != new TaskRecord.Output('Table', Json.CANONICAL.readTree('{"a":1,"b":{"x":1,"y":3}}')).hash()
    }
}
