package org.repframework.plugin.samples

import org.repframework.spi.Refusal
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import spock.lang.Specification

class NeighboursSpecification extends Specification {

    static final METRICS = [new MutualKnn(), new JaccardKnn(), new SecondOrderCosine()]

    def "#metric.name() is what numpy computes of the published demo's data, 10 neighbours"() {
        expect:
        Math.abs(score(metric, 10, Demo.x(), Demo.y()) - value) < 1e-13

        where:
        metric                  || value
        new MutualKnn()         || 0.279
        new JaccardKnn()        || 0.17012477460619874
        new SecondOrderCosine() || 0.8237709071243244
    }

    def "neighbours are those of a stable sort, the samples of lower number first among equally near ones"() {
        given: 'directions in the plane, each several times and in several lengths'
        def angles = (0..<600).collect { (it * 7) % 40 }
        def rows = new Rows(angles.withIndex().collect { angle, i -> [Math.cos(angle), Math.sin(angle)]*.multiply(2**(i % 3)) })
        def context = Stub(StageContext)
        def distances = SampleDistances.read('x', rows, Distance.COSINE, context, new Work(context, 1, 'steps'))

        when:
        def neighbours = NearestNeighbours.of([distances], 25, new Work(context, 6, 'blocks')).first()

        then:
        (0..<600).every { sample ->
            neighbours.of(sample).toList() == (0..<600).findAll { it != sample }.sort { distances.between(sample, it) }.take(25)
        }
    }

    def "a layer has its own neighbours: #metric.name() is 1"() {
        expect:
        Math.abs(score(metric, k, Demo.x(), Demo.x()) - 1) < 1e-14

        where:
        [metric, k] << [METRICS, [1, 10, 99]].combinations()
    }

    def "distances that are all 0 are like each other, and unlike others"() {
        given: 'four directions, each five times'
        def groups = new Rows((0..<20).collect { [[1, 0], [0, 1], [1, 1], [1, -1]][it % 4]*.multiply(2**it) })

        expect:
        score(new SecondOrderCosine(), 4, groups, groups) == 1

        when: 'the first two have the same direction in one layer alone'
        def same = new Rows([[1, 0], [1, 0], [0, 1]])
        def near = new Rows([[1, 0], [0.8, 0.6], [0, 1]])

        then: 'the third has distances 1, 1 and 1, 0.4'
        Math.abs(score(new SecondOrderCosine(), 1, same, near) - 1.4 / Math.sqrt(2 * 1.16) / 3) < 1e-14
    }

    def "samples of one direction have no neighbours: #metric.name()"() {
        when:
        score(metric, 5, Rows.gaussian(1, 20, 3), new Rows((1..20).collect { [it, 2 * it] }))

        then:
        def failure = thrown(StageFailure)
        failure.message.startsWith('all samples of y are equally far apart')

        where:
        metric << METRICS
    }

    def "as many neighbours as samples are refused"() {
        when:
        metric.describe(new Neighbourhoods.Settings(10), Rows.described(3, 10), Rows.described(4, 10))

        then:
        def refusal = thrown(Refusal)
        refusal.subject() == 'k'
        refusal.message == 'k is 10, but a sample has only 9 others; take k from 1 to 9'

        where:
        metric << METRICS
    }

    private double score(metric, int k, Rows x, Rows y) {
        metric.correlate(new Neighbourhoods.Settings(k), x, y, Stub(StageContext)).score()
    }
}
