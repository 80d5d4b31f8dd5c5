package org.repframework.compare

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.command.ShippedStages
import org.repframework.engine.store.Json
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Measures on files, and their nulls and intervals. The numbers are those of an independent numpy script by the formulas. */
class ComparisonSpecification extends Specification {

    static final MEMORY = 1L << 30

    @TempDir
    Path folder

    @Shared
    def registry = ShippedStages.registry()

    static Map<String, Object> request(Map<String, Object> given) {
        [x: null, y: null, measures: 'cca', variants: false, nullDraws: 0, intervalDraws: 0, groups: Optional.empty(),
         seed: 1L, threads: 2, memory: MEMORY] + given
    }

    Comparison open(Map<String, Object> given) {
        Comparison.open(registry, new Comparison.Request(*request(given).values()))
    }

    Results results(Map<String, Object> given) {
        open(given).withCloseable { it.results() }
    }

    List<Map> documents(Map<String, Object> given) {
        results(given).json().readLines().collect { Json.LINE.readValue(it, Map) }
    }

    String complaint(Map<String, Object> given) {
        try {
            results(given)
            return 'nothing'
        } catch (UnusableInput unusable) {
            return unusable.problems().collect { it.message() + (it.todo() ? ' | ' + it.todo() : '') }.join('\n')
        }
    }

    static Map<String, String> data(String name) {
        ['x', 'y'].collectEntries { side ->
            [side, Path.of(ComparisonSpecification.getResource("/compare/$name-${side}.npy").toURI()).toString()]
        }
    }

    def 'on #name data the seven measures are those of the script'() {
        given:
        def measures = 'semi,bipartite,cca,svcca,pwcca,cka,procrustes'

        when:
        def scores = documents(data(name) + [measures: measures])*.score

        then:
        scores.size() == expected.size()
        [scores, expected].transpose().every { score, value -> Math.abs(score - value) <= 1e-9 * Math.abs(value) }

        where:
        name         || expected
        'random'     || [0.113067191457952, 0.103924882348671, 0.273776284405348, 0.273776284405348, 0.261765596946653, 0.0709801801403022, 0.240767282046721]
        'correlated' || [0.454092518242188, 0.426232965770696, 0.506786624030721, 0.506786624030721, 0.621716830290504, 0.589959659580388, 0.66276422276876]
        'deficient'  || [0.405129780442064, 0.393895230794278, 0.437888848814197, 0.477852508926211, 0.498087979831707, 0.177079106605761, 0.390344290865542]
        'wide'       || [0.732711110673393, 0.70565380621876, 1, 0.941499937883274, 1, 0.924972375553869, 0.932791981837783]
        'offset'     || [0.531391035603558, 0.393800606692635, 0.441302871842099, 0.441302871842099, 0.612699749032537, 0.723057447178362, 0.699187688894469]
        'dead'       || [0.444479622130167, 0.295393086125924, 0.541171408699002, 0.541171408699003, 0.693106803528507, 0.665289265942672, 0.68005778659172]
    }

    def 'where moments lose digits the measure works from the samples'() {
        given: 'a direction that is 1e-7 of the others, and is the same on both sides'
        def random = new Random(3)
        def rows = (0..<200).collect { (0..<4).collect { random.nextGaussian() } }
        def x = WrittenNpy.write(folder.resolve('x.npy'), rows.collect { [it[0], it[0] + 1e-7 * it[3]] })
        def y = WrittenNpy.write(folder.resolve('y.npy'), rows.collect { [it[3], it[2]] })

        when:
        def document = documents(x: "$x", y: "$y", measures: 'cca')[0]

        then:
        document.kept == [x: 2, y: 2]
        document.rho[0] > 1 - 1e-12
    }

    def 'a line of JSON says what was computed of what'() {
        expect:
        def lines = documents(data('correlated') + [measures: 'svcca:variance=0.9,pearson,bipartite:absolute=true'])
        lines*.measure == ['svcca', 'pearson', 'bipartite']
        lines[0].settings == [variance: 0.9, share: 'variance']
        lines.every { it.n == 60 && it.p == 5 && it.q == 7 && it.warnings == [] }
        lines[0].kept.keySet() == ['x', 'y'] as Set
        lines[0].rho.size() == lines[0].kept.values().min()
        lines[2].settings == [absolute: true, on: 'pearson']
        lines[2].pairs.size() == 5
        lines[2].pairs*.partner.toSet().size() == 5
        lines[2].pairs.every { it.keySet() == ['unit', 'partner', 'correlation', 'share', 'margin'] as Set }
        Math.abs(lines[2].pairs*.correlation.sum() / 5 - lines[2].score) < 1e-12
    }

    def 'dead units are counted, and warned of'() {
        expect:
        def lines = documents(data('dead') + [measures: 'pearson,cca'])
        lines[0].dead == [x: [2], y: [0, 4]]
        lines[1].dead == [x: 1, y: 2]
        lines.every { it.warnings.any { text -> text.startsWith('dead units of x: 1 of 6') } }
    }

    def 'a measure that cannot be computed says why, and the others are computed'() {
        given:
        def constant = WrittenNpy.write(folder.resolve('x.npy'), (1..10).collect { [1, 1] })

        when:
        def results = results(x: "$constant", y: "$constant", measures: 'cca,pearson')

        then:
        results.failures() == ['cca: all 2 units of x are dead (constant over the 10 samples): there is nothing to correlate']
        results.json().readLines().collect { Json.LINE.readValue(it, Map).score } == [null, 0]
        ResultTable.text(results).contains('failed')
    }

    def 'a null is what the measure gives when rows of y are permuted, with the assignment solved anew'() {
        given: 'all that the null does, done by files'
        def count = 20
        def pair = data('correlated')
        def y = ActivationFile.open(pair.y).withCloseable { it.rows().matrix() }
        def seeds = new org.repframework.engine.plan.SeedTree(5, 1)
        def scores = (0..<count).collect { draw ->
            def rows = Groups.single(60).permuted(new SplittableRandom(seeds.seed("null/$draw")))
            def file = WrittenNpy.write(folder.resolve("y${draw}.npy"), rows.collect { y.rowAt(it) as List })
            documents(pair + [y: "$file", measures: 'cca,bipartite'])*.score
        }

        when:
        def lines = documents(pair + [measures: 'cca,bipartite', nullDraws: count, seed: 5L])

        then:
        [0, 1].every { i ->
            def draws = scores*.get(i)
            def distribution = lines[i].null
            assert Math.abs(distribution.mean - draws.sum() / count) < 1e-12
            assert Math.abs(distribution.p95 - Percentiles.of(draws as double[], 0.95)) < 1e-12
            Math.abs(distribution.pValue - (1 + draws.count { it >= lines[i].score }) / (count + 1d)) < 1e-12
        }
        lines*.null.every { it.keySet() == ['mean', 'sd', 'p95', 'pValue'] as Set }
    }

    def 'related sides are told from chance, unrelated ones are not'() {
        expect:
        documents(data('correlated') + [measures: 'cca,semi', nullDraws: 99])*.null*.pValue == [0.01, 0.01]
        documents(data('random') + [measures: 'cca,semi', nullDraws: 99])*.null*.pValue.every { it > 0.05 }
    }

    def 'draws depend on the seed, and not on the number of threads'() {
        given:
        def asked = data('correlated') + [measures: 'cca,bipartite', nullDraws: 12, intervalDraws: 12]

        expect:
        def first = results(asked).json()
        results(asked + [threads: 1]).json() == first
        results(asked + [threads: 5]).json() == first
        results(asked + [seed: 2L]).json() != first
    }

    def 'an interval is that of the measure on groups drawn with replacement'() {
        given:
        def labels = (0..<60).collect { it.intdiv(4) as String }
        def groups = Files.write(folder.resolve('groups.txt'), labels)
        def pair = data('correlated')
        def sides = pair.collectEntries { side, file -> [side, ActivationFile.open(file).withCloseable { it.rows().matrix() }] }
        def seeds = new org.repframework.engine.plan.SeedTree(1, 1)
        def scores = (0..<10).collect { draw ->
            def rows = Groups.read(groups, 60).drawn(new SplittableRandom(seeds.seed("interval/$draw")))
            def files = sides.collectEntries { side, matrix ->
                [side, WrittenNpy.write(folder.resolve("${side}${draw}.npy"), rows.collect { matrix.rowAt(it) as List }).toString()]
            }
            documents(files + [measures: 'cca'])[0].score
        }

        when:
        def interval = documents(pair + [measures: 'cca', intervalDraws: 10, groups: Optional.of(groups)])[0].interval

        then:
        Math.abs(interval.low - Percentiles.of(scores as double[], 0.025)) < 1e-12
        Math.abs(interval.high - Percentiles.of(scores as double[], 0.975)) < 1e-12
    }

    def 'all mistakes are told at once'() {
        given:
        def short_ = WrittenNpy.write(folder.resolve('short.npy'), [[1, 2]])

        expect:
        complaint(data('random') + [y: "$short_", measures: 'ccca,svcca:variance=2:shar=variance,bipartite:on=cca,maximum,semi:direction=z,svcca:0.9']) == """\
            there is no measure 'ccca'; did you mean 'cca'? | rep-framework compare --list explains each
            'svcca' has no setting 'shar'; did you mean 'share'? | its settings: variance, share
            variance is 2.0; it must be a number, 0 to 1
            'bipartite' cannot work on 'cca'
            'maximum' needs the setting 'epsilon': how far from the other side's span a unit may be, as a share of its length | write it behind a colon, for example maximum:epsilon=0.3
            'z' is not a choice for direction; did you mean 'x'?
            '0.9' in the measure 'svcca:0.9' is not setting=value | a measure is written id:setting=value:setting=value, several are separated by commas
            ${data('random').x} has 60 samples and $short_ 1 | row i of both files belongs to the same input
            """.stripIndent().trim()
    }

    def 'NaN is refused with its place, whatever is computed'() {
        given:
        def x = WrittenNpy.write(folder.resolve('x.npy'), [[1, 2], [3, Double.NaN], [0, 1]])

        expect:
        complaint(x: "$x", y: "$x", measures: measures).startsWith("$x is NaN in row 1, column 1 (counted from 0)")

        where:
        measures << ['cca', 'pearson', 'bipartite']
    }

    def 'draws that would not fit into memory are refused with what would fit'() {
        expect:
        complaint(data('random') + [nullDraws: 10, memory: 20_000L]) ==
                'draws over 60 samples of 6 and 5 units take about 0.0 GB of memory, and 0.0 GB may be used | 45 samples would fit: take a random part of the rows, the same of both files'
    }

    def 'variants show what one threshold means elsewhere'() {
        given:
        def whole = ActivationFile.open(data('correlated').x).withCloseable { it.rows().matrix() }
        def x = WrittenNpy.write(folder.resolve('x.npy'), (0..<60).collect { row -> whole.rowAt(row).collect { 0.1 * it } })

        when:
        def lines = documents(data('correlated') + [measures: '', variants: true])
        def smaller = documents(data('correlated') + [x: "$x", measures: '', variants: true])

        then: 'the first is ours, and only the one that is not divided by the total moves with the scale'
        lines[0].score == documents(data('correlated') + [measures: 'svcca'])[0].score || Math.abs(lines[0].score - documents(data('correlated') + [measures: 'svcca'])[0].score) < 1e-12
        [lines, smaller].transpose().findAll { one, other -> Math.abs(one.score - other.score) > 1e-9 }*.get(0)*.variant ==
                ['SVCCA, directions whose variance adds up to 0.99, not divided by the total: moves with the scale']
        lines*.variant.toSet().size() == lines.size()
    }

    def 'uncentred variants are the measure without centring'() {
        given: 'two units of which one is the other plus a large constant'
        def x = WrittenNpy.write(folder.resolve('x.npy'), [[1], [2], [4]])
        def y = WrittenNpy.write(folder.resolve('y.npy'), [[3], [1], [1]])

        expect: 'the cosine, and not the correlation'
        def cca = documents(x: "$x", y: "$y", measures: '', variants: true).findAll { it.variant.startsWith('CCA') }
        Math.abs(cca[0].score - 0.7559289460184545) < 1e-12
        Math.abs(cca[1].score - 9 / Math.sqrt(21 * 11)) < 1e-12
    }

    def 'the matrix of a measure can be taken out, and tables and CSV tell the same'() {
        when:
        def results = results(data('correlated') + [measures: 'pearson,svcca', nullDraws: 3, intervalDraws: 3])

        then:
        results.matrix().get().rows() == 5
        results.matrix().get().columns() == 7
        ResultTable.csv(results).readLines()[0] == 'variant,measure,settings,score,kept,null mean,null sd,null p95,p value,low,high,n,p,q,warnings'
        ResultTable.csv(results).readLines().size() == 3
        ResultTable.text(results).startsWith('n = 60 samples, p = 5 units of X, q = 7 units of Y\n\nmeasure  settings')
    }

    def 'every measure is listed with its direction'() {
        expect:
        def text = new MeasureCatalogue(registry).text()
        def lines = new MeasureCatalogue(registry).json().readLines().collect { Json.LINE.readValue(it, Map) }
        lines*.measure.containsAll(['cca', 'svcca', 'pearson', 'semi', 'bipartite'])
        lines.every { it.direction in ['larger is more alike', 'smaller is more alike'] }
        lines.find { it.measure == 'svcca' }.settings.variance.endsWith('number, 0 to 1; default 0.99')
        lines.every { text.contains("$it.measure   $it.summary") }
    }
}
