package org.repframework.spi

import spock.lang.Specification

class FrequencySpecification extends Specification {

    def "layers of one size have every frequency in common, each once with its conjugate: #height x #width"() {
        given:
        def shape = new ImageShape(height, width, 3)
        def frequencies = Frequency.common(shape, shape)

        when: 'each and its conjugate, modulo the size'
        def covered = frequencies.collectMany { frequency ->
            [1, -1].collect { [Math.floorMod(it * frequency.row(), height), Math.floorMod(it * frequency.column(), width)] }.unique()
        }

        then:
        covered.size() == height * width
        covered.toSet().size() == height * width
        frequencies.sum { it.weight() } == height * width
        frequencies[0] == new Frequency(0, 0, 1)

        where:
        height | width
        1      | 1
        1      | 6
        6      | 1
        4      | 4
        5      | 3
        32     | 32
        7      | 8
    }

    def "layers of #x and #y positions have in common #count frequencies"() {
        when:
        def common = Frequency.common(new ImageShape(x[0], x[1], 3), new ImageShape(y[0], y[1], 5))

        then:
        common.size() == count
        common.sum { it.weight() } == weights
        common.collect { Math.abs(it.row()) }.max() == row
        common.collect { it.column() }.max() == column
        common == Frequency.common(new ImageShape(y[0], y[1], 5), new ImageShape(x[0], x[1], 3))

        where:
        x        | y        || count | weights | row | column
        [32, 32] | [1, 1]   || 1     | 1       | 0   | 0
        [32, 32] | [16, 16] || 113   | 225     | 7   | 7
        [5, 5]   | [3, 3]   || 5     | 9       | 1   | 1
        [4, 8]   | [4, 4]   || 7     | 12      | 2   | 1
        [2, 2]   | [4, 4]   || 1     | 1       | 0   | 0
    }

    def "the real form of complex moments is that of samples a + ib as (a, b) and (-b, a)"() {
        given: 'one complex unit of x and two of y over 3 samples'
        def a = [[1, -2, 1], [0, 3, -3], [2, -1, -1]] // the real parts of each unit
        def b = [[2, 1, -3], [1, -1, 0], [0, 4, -4]]
        def real = { j, k -> (0..2).sum { a[j][it] * a[k][it] + b[j][it] * b[k][it] } as double }
        def imaginary = { j, k -> (0..2).sum { a[j][it] * b[k][it] - b[j][it] * a[k][it] } as double }
        def products = { rows, columns ->
            def pairs = rows.collectMany { row -> columns.collect { [row, it] } }
            new FrequencyMoments.Products(
                    Matrix.row(pairs.collect { j, k -> real(j, k) } as double[]),
                    Matrix.row(pairs.collect { j, k -> imaginary(j, k) } as double[]))
        }

        when:
        def form = new FrequencyMoments(3, [new Frequency(1, 1, 2)], Matrix.row(5), Matrix.row(6, 7),
                products([0], [0]), products([1, 2], [1, 2]), products([0], [1, 2])).at(0)

        and: 'samples x units'
        def samples = { units -> (0..2).collectMany { i ->
            [units.collect { a[it][i] } + units.collect { b[it][i] }, units.collect { -b[it][i] } + units.collect { a[it][i] }]
        } }
        def product = { left, right ->
            Matrix.of(left[0].size(), right[0].size(), left[0].indices.collectMany { j ->
                right[0].indices.collect { k -> left.indices.sum { left[it][j] * right[it][k] } }
            } as double[])
        }
        def (x, y) = [samples([0]), samples([1, 2])]

        then:
        form.samples() == 6
        [[form.xx(), product(x, x)], [form.yy(), product(y, y)], [form.xy(), product(x, y)]].every { found, expected ->
            found.plus(expected.times(-1)).toArray().every { Math.abs(it) < 1e-15 }
        }
        form.largestY() == Matrix.row(6, 7, 6, 7)
    }
}
