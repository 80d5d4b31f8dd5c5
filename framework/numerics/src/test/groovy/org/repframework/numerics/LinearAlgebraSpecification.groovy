package org.repframework.numerics

import static org.bytedeco.openblas.presets.openblas_nolapack.blas_get_num_threads
import static org.bytedeco.openblas.presets.openblas_nolapack.blas_set_num_threads

import org.nd4j.linalg.factory.Nd4j
import org.repframework.spi.Matrix
import spock.lang.Specification

class LinearAlgebraSpecification extends Specification {

    def "products are those of plain sums"() {
        given:
        def a = random(rows, inner, 1)
        def b = random(inner, columns, 2)

        and:
        def expected = Matrix.of(rows, columns, (0..<rows).collectMany { i ->
            (0..<columns).collect { j -> (0..<inner).sum { return a.at(i, it) * b.at(it, j) } }
        } as double[])

        expect:
        distance(MatrixProduct.of(a, b), expected) < 1e-13
        distance(MatrixProduct.ofTransposed(a, b.transposed()), expected) < 1e-13
        distance(MatrixProduct.transposedOf(a.transposed(), b), expected) < 1e-13

        where:
        rows | inner | columns
        1    | 1     | 1
        7    | 3     | 5
        4    | 60    | 9
    }

    def "matrices that do not fit are not multiplied"() {
        when:
        multiply(random(2, 3, 1), random(2, 3, 1))

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == message

        where:
        message                                                  | multiply
        'a 2x3 matrix does not fit a 2x3 matrix'                 | { a, b -> MatrixProduct.of(a, b) }
        'a 3x2 matrix, transposed, does not fit a 2x3 matrix'    | { a, b -> MatrixProduct.transposedOf(a.transposed(), b) }
    }

    def "singular vectors put the matrix together again"() {
        given:
        def matrix = random(rows, columns, 6)
        def k = Math.min(rows, columns)

        when:
        def found = SingularValueDecomposition.of(matrix)
        def scaled = Matrix.of(k, columns, (0..<k * columns).collect { index ->
            def row = index.intdiv(columns)
            return found.values().at(0, row) * found.right().at(row, index % columns)
        } as double[])

        then:
        distance(found.values(), SingularValues.of(matrix)) < 1e-13
        distance(MatrixProduct.transposedOf(found.left(), found.left()), identity(k)) < 1e-13
        distance(MatrixProduct.ofTransposed(found.right(), found.right()), identity(k)) < 1e-13
        distance(MatrixProduct.of(found.left(), scaled), matrix) < 1e-13

        where:
        rows | columns
        1    | 1
        9    | 5
        5    | 9
    }

    def "a basis spans the columns, whatever their order and number"() {
        given: 'columns of which one is small, one nothing, and two add up to the first'
        def columns = random(rows, 4, 7)
        def mixing = Matrix.of(4, 6, [1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1e-3, 0, 0, 0, 0, 0, 0, 5, 0] as double[])
        def matrix = MatrixProduct.of(columns, mixing)

        when:
        def basis = OrthonormalBasis.of(matrix)

        then:
        basis.vectors().columns() == 4
        distance(MatrixProduct.transposedOf(basis.vectors(), basis.vectors()), identity(4)) < 1e-13
        distance(MatrixProduct.of(basis.vectors(), MatrixProduct.transposedOf(basis.vectors(), matrix)), matrix) < 1e-13
        basis.condition() > 1e3 && basis.condition() < 1e5

        where:
        rows << [30, 4]
    }

    def "a matrix of zeros has neither a basis nor principal directions"() {
        when:
        OrthonormalBasis.of(Matrix.of(2, 1, 0, 0))

        then:
        def refused = thrown(IllegalArgumentException)
        refused.message == 'a 2x1 matrix of zeros has no basis'

        when:
        PrincipalDirections.of(Matrix.of(2, 2, 0, 0, 0, 0))

        then:
        refused = thrown(IllegalArgumentException)
        refused.message == 'a 2x2 matrix without variance has no principal direction'
    }

    def "principal directions whiten the samples, and their loadings give them back"() {
        given:
        def matrix = MatrixProduct.of(random(50, 3, 8), random(3, 6, 9))
        def squares = MatrixProduct.transposedOf(matrix, matrix)

        when:
        def directions = PrincipalDirections.of(squares)

        then:
        [directions.kept(), directions.rank()] == [3, 3]
        def basis = MatrixProduct.ofTransposed(matrix, directions.whitening())
        distance(MatrixProduct.transposedOf(basis, basis), identity(3)) < 1e-12
        distance(MatrixProduct.of(basis, directions.loadings()), matrix) < 1e-11
        def singular = SingularValues.of(matrix)
        Math.abs(directions.condition() - singular.at(0, 0) / singular.at(0, 2)) < 1e-9
        directions.leading(2).vectors().rowAt(1) == directions.vectors().rowAt(1)
        [directions.leading(2).kept(), directions.leading(2).rank()] == [2, 3]
    }

    def "the last few values are remembered by identity"() {
        given:
        def matrices = (1..6).collect { random(3, 3, it) }
        def calls = []
        def recent = new Recent<Matrix, String>(4)
        def value = { Matrix matrix -> recent.of(matrix, { calls << it; "value ${calls.size()}".toString() }) }

        expect:
        value(matrices[0]) == 'value 1'
        value(matrices[0]) == 'value 1'
        value(random(3, 3, 1)) == 'value 2'
        matrices.drop(1).collect { value(it) } == (3..7).collect { "value $it" }
        value(matrices[0]) == 'value 8'
    }

    def "eigenvalues descend and put the matrix together again"() {
        given:
        def factor = random(n, n, 3)
        def matrix = MatrixProduct.ofTransposed(factor, factor)

        when:
        def eigen = SymmetricEigen.of(matrix)

        then:
        def values = eigen.values().toArray().toList()
        values == values.toSorted { -it }
        distance(MatrixProduct.ofTransposed(eigen.vectors(), eigen.vectors()), identity(n)) < 1e-13 * n
        distance(MatrixProduct.of(eigen.vectors().transposed(), scaledRows(eigen)), matrix) < 1e-13 * n * n
        eigen.leading(1).rowAt(0) == eigen.vectors().rowAt(0)

        where:
        n << [1, 2, 7, 40]
    }

    def "eigenvalues of a small matrix are known"() {
        expect:
        distance(SymmetricEigen.of(Matrix.of(2, 2, 2, 1, 1, 2)).values(), Matrix.row(3, 1)) < 1e-15
    }

    def "squared singular values are the eigenvalues of the Gram matrix"() {
        given:
        def matrix = random(rows, columns, 4)

        when:
        def values = SingularValues.of(matrix)

        then:
        def gram = rows < columns
                ? MatrixProduct.ofTransposed(matrix, matrix)
                : MatrixProduct.of(matrix.transposed(), matrix)
        def squares = Matrix.row(values.toArray().collect { it * it } as double[])
        distance(squares, SymmetricEigen.of(gram).values()) < 1e-12

        where:
        rows | columns
        1    | 1
        9    | 5
        5    | 9
    }

    def "the number of threads changes no bit and is put back"() {
        given:
        def matrix = random(100, 100, 5)
        def block = Nd4j.createFromArray((0..<512).collect { random(1, 100, it).toArray() as float[] } as float[][])

        when:
        def results = [1, 2].collect { threads ->
            blas_set_num_threads(threads)
            def product = MatrixProduct.of(matrix, matrix.transposed())
            def accumulator = new JointMomentAccumulator([100] as int[], [new JointMomentAccumulator.Pair(0, 0)])
            accumulator.add([block])
            assert blas_get_num_threads() == threads
            [product, SymmetricEigen.of(product), SingularValues.of(matrix), SingularValueDecomposition.of(matrix),
             OrthonormalBasis.of(matrix), accumulator.results()]
        }

        then:
        results[0] == results[1]

        cleanup:
        blas_set_num_threads(1)
    }

    def "what is not a number has no decomposition"() {
        when:
        decompose(Matrix.of(2, 2, 1, Double.NaN, Double.NaN, 1))

        then:
        def failure = thrown(ArithmeticException)
        failure.message =~ "LAPACK's $routine found no solution for a 2x2 matrix"

        where:
        routine  | decompose
        'dsyevd' | { SymmetricEigen.of(it) }
        'dgesdd' | { SingularValues.of(it) }
    }

    private static Matrix random(int rows, int columns, long seed) {
        def random = new Random(seed)
        Matrix.of(rows, columns, (0..<rows * columns).collect { random.nextGaussian() } as double[])
    }

    private static Matrix identity(int n) {
        Matrix.of(n, n, (0..<n * n).collect { it % (n + 1) == 0 ? 1 : 0 } as double[])
    }

    private Matrix scaledRows(SymmetricEigen eigen) {
        def n = eigen.values().columns()
        Matrix.of(n, n, (0..<n * n).collect { index ->
            def row = index.intdiv(n)
            return eigen.values().at(0, row) * eigen.vectors().at(row, index % n)
        } as double[])
    }

    private static double distance(Matrix a, Matrix b) {
        assert a.rows() == b.rows() && a.columns() == b.columns()
        [a.toArray(), b.toArray()].transpose().collect { Math.abs(it[0] - it[1]) }.max()
    }
}
