package org.repframework.compare

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.Direction
import spock.lang.Specification
import spock.lang.TempDir

/** What moves together in a draw, and what is made of the draws. */
class DrawsSpecification extends Specification {

    @TempDir
    Path folder

    static String complaint(Closure call) {
        try {
            call()
            return 'nothing'
        } catch (UnusableInput unusable) {
            return unusable.problems().collect { it.message() + (it.todo() ? ' | ' + it.todo() : '') }.join('\n')
        }
    }

    Groups groups(List<String> labels) {
        Groups.read(Files.write(folder.resolve('groups.txt'), labels), labels.size())
    }

    def 'rows of one label move together and keep their order, wherever they stand'() {
        given:
        def groups = groups(['a', 'b', 'a', 'b', 'c', 'c'])
        def members = [0: [0, 2], 2: [0, 2], 1: [1, 3], 3: [1, 3], 4: [4, 5], 5: [4, 5]]

        expect:
        def permutations = (0..<200).collect { groups.permuted(new SplittableRandom(it)) as List }
        permutations.every { it.toSorted() == [0, 1, 2, 3, 4, 5] }
        permutations.every { rows -> [[0, 2], [1, 3], [4, 5]].every { places -> rows[places] == members[rows[places[0]]] } }
        permutations.toSet().size() == 6 // 3!
    }

    def 'every permutation is equally frequent'() {
        given:
        def counts = (0..<6000).countBy { Groups.single(3).permuted(new SplittableRandom(it)) as List }

        expect:
        counts.size() == 6
        counts.values().every { Math.abs(it - 1000) < 5 * Math.sqrt(1000 * 5 / 6) }
    }

    def 'groups are drawn whole, with replacement, as many as there are'() {
        given:
        def groups = groups(['a', 'a', 'b', 'c', 'c', 'c'])
        def whole = [[0, 1], [2], [3, 4, 5]]

        expect:
        (0..<100).every { seed ->
            def rows = groups.drawn(new SplittableRandom(seed)) as List
            def count = 0
            while (rows) {
                def group = whole.find { it[0] == rows[0] }
                assert rows.take(group.size()) == group
                rows = rows.drop(group.size())
                count++
            }
            count == 3
        }
    }

    def 'groups of several sizes are not permuted, and it is told which there are'() {
        expect:
        complaint { groups(['a', 'a', 'b', 'b', 'c']).requireEqualSizes() } ==
                '--null permutes groups of one size, and there are 1 of 1 rows, 2 of 2 rows | leave rows out until all groups have 1 rows; --interval takes groups of any size'
    }

    def 'a file of groups that does not fit is refused'() {
        given:
        def file = folder.resolve('groups.txt')

        expect:
        complaint { Groups.read(Files.write(file, labels), 3) } == said.replace('FILE', "$file")

        where:
        labels                 || said
        ['label', 'a', 'b', 'c'] || 'FILE has 4 lines, and there are 3 samples | it wants one label a sample and no header'
        ['a', 'b']             || 'FILE has 2 lines, and there are 3 samples | it wants one label a sample, a line each'
        ['a', '', 'b']         || 'FILE has no label in line 2'
        ['a', 'a', 'a']        || "all labels in FILE are 'a' | groups are at least two"
    }

    def 'a null counts the draws that are at least as similar, by the direction of the measure'() {
        when:
        def distribution = NullDistribution.of([1, 2, 3, 4, 5] as double[], 4, direction)

        then:
        distribution.mean() == 3
        Math.abs(distribution.sd() - Math.sqrt(2.5)) < 1e-15
        Math.abs(distribution.p95() - 4.8) < 1e-12 // numpy.percentile
        distribution.pValue() == pValue

        where:
        direction            || pValue
        Direction.SIMILARITY || 3 / 6d
        Direction.DISTANCE   || 5 / 6d
    }

    def 'an interval has 2.5 % of the draws on either side'() {
        expect:
        def interval = Interval.of((0..200).collect { it as double } as double[])
        Math.abs(interval.low() - 5) < 1e-12
        Math.abs(interval.high() - 195) < 1e-12
    }
}
