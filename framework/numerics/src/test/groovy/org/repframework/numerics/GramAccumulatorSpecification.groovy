package org.repframework.numerics

import org.nd4j.linalg.factory.Nd4j
import org.repframework.spi.Gram
import org.repframework.spi.StageContext
import spock.lang.Specification

class GramAccumulatorSpecification extends Specification {

    def "it is the product of centred samples, whatever the sizes of the blocks"() {
        given: 'units that have to be taken in two groups, far from 0'
        def random = new Random(1)
        def exact = (0..<23).collect { (0..<300).collect { 1000 + random.nextInt(4096) / 1024d } as double[] }
        float[][] values = exact.collect { it as float[] } as float[][]

        when:
        def one = gram(values, [23])
        def several = gram(values, [1, 4, 18])

        then:
        one == several
        one.units() == 300
        def means = (0..<300).collect { unit -> exact.collect { it[unit] }.sum() / 23 }
        def errors = [0..<23, 0..<23].combinations { a, b ->
            double expected = 0
            (0..<300).each { expected += (exact[a][it] - means[it]) * (exact[b][it] - means[it]) }
            Math.abs(one.values().at(a, b) - expected)
        }
        errors.max() < 1e-9
    }

    def "it wants all samples, and no more"() {
        given:
        def block = Nd4j.ones(2, 3)

        when:
        new GramAccumulator(3, 3).withCloseable { it.add(block); it.result(Stub(StageContext)) }

        then:
        def few = thrown(IllegalStateException)
        few.message == '2 of 3 samples were added'

        when:
        new GramAccumulator(3, 3).withCloseable { it.add(block); it.add(block) }

        then:
        thrown(IllegalArgumentException)
    }

    private Gram gram(float[][] values, List<Integer> blocks) {
        new GramAccumulator(values.length, values[0].length).withCloseable { accumulator ->
            int from = 0
            blocks.each {
                accumulator.add(Nd4j.create(values[from..<from + it] as float[][]))
                from += it
            }
            accumulator.result(Stub(StageContext))
        }
    }
}
