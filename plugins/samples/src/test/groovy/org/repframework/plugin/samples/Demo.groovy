package org.repframework.plugin.samples

/** Numpy with seed 1337: X = randn(100, 10), Y = randn(100, 10) + X. */
class Demo {

    static final List<List<Double>> ROWS = Demo.getResource('/demo.csv').readLines()*.split(',')*.collect { it as double }

    static Rows x() {
        new Rows(ROWS.collect { it[0..9] })
    }

    static Rows y() {
        new Rows(ROWS.collect { it[10..19] })
    }

    /** The first 40 samples of 3 units, rounded to whole numbers, so that many distances are equal. */
    static Rows coarse(Rows side) {
        new Rows((side.values as List).take(40).collect { row -> (row as List)[0..2].collect { Math.rint(it) } })
    }

    static Rows relu(Rows side) {
        side.map { row -> row.collect { Math.max(0d, it) } }
    }
}
