package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.compare.WrittenNpy
import org.repframework.engine.store.Json
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Activations that somebody brings along, compared as a user would. */
class CompareEndToEndSpecification extends Specification {

    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    static String data(String name) {
        Path.of(CompareEndToEndSpecification.getResource("/compare/${name}.npy").toURI())
    }

    List<Map> json(Object... arguments) {
        def result = distribution.run(folder, 'compare', *arguments, '--format', 'json')
        assert result.exit == 0 : result
        return result.out.readLines().collect { Json.LINE.readValue(it, Map) }
    }

    def 'measures are computed, with their null, and are the same again'() {
        given:
        def arguments = [data('correlated-x'), data('correlated-y'), '--measures',
                         'cka,svcca:variance=0.95,pwcca:side=y,bipartite', '--null', 20, '--seed', 3]

        when:
        def lines = json(*arguments)

        then: 'cka is that of numpy'
        Math.abs(lines[0].score - 0.589959659580388) < 1e-9
        lines*.measure == ['cka', 'svcca', 'pwcca', 'bipartite']
        lines[2].settings == [side: 'y']
        lines.every { it.n == 60 && it.p == 5 && it.q == 7 && it.null.pValue >= 1 / 21 - 1e-12 }
        lines[3].pairs.size() == 5

        and:
        json(*arguments) == lines
    }

    def 'a table is for people, and a matrix for other programs'() {
        when:
        def result = distribution.run(folder, 'compare', data('dead-x'), data('dead-y'), '--measures', 'pearson', '--out', 'pearson.npy')

        then:
        result.exit == 0
        result.out == '''\
            n = 60 samples, p = 6 units of X, q = 5 units of Y

            measure  score
            pearson  0.444480
            warning: dead units of x: 1 of 6; they correlate 0 with everything
            warning: dead units of y: 2 of 5; they correlate 0 with everything
            '''.stripIndent()
        result.err == ''
        Files.size(folder.resolve('pearson.npy')) == 128 + 6 * 5 * 8
    }

    def 'what was written wrong is told at once, and nothing is computed'() {
        given:
        WrittenNpy.write(folder.resolve('short.npy'), [[1, 2]])

        when:
        def result = distribution.run(folder, 'compare', data('random-x'), 'short.npy', '--measures', 'ckaa,svcca:variance=2')

        then:
        result.exit == 2
        result.out == ''
        result.err.readLines().findAll { it.startsWith('rep-framework: error') } == [
                "rep-framework: error REP-2001: there is no measure 'ckaa'; did you mean 'cka'?",
                'rep-framework: error REP-2005: variance is 2.0; it must be a number, 0 to 1',
                "rep-framework: error REP-3007: ${data('random-x')} has 60 samples and short.npy 1"]*.toString()
    }

    def 'REP-3009: a value that is NaN is refused with its place'() {
        given:
        WrittenNpy.write(folder.resolve('x.npy'), [[1, 2], [3, Double.NaN], [0, 1]])

        when:
        def result = distribution.run(folder, 'compare', 'x.npy', 'x.npy', '--measures', 'cka')

        then:
        result.exit == 2
        result.err == '''\
            rep-framework: error REP-3009: x.npy is NaN in row 1, column 1 (counted from 0)
                a measure of such a value would be NaN or mean nothing: find out where it comes from, or leave the row out of both files
            '''.stripIndent()
    }

    def 'REP-4015: a setting without its name is refused'() {
        when:
        def result = distribution.run(folder, 'compare', data('random-x'), data('random-y'), '--measures', 'svcca:0.9')

        then:
        result.exit == 2
        result.err == '''\
            rep-framework: error REP-4015: '0.9' in the measure 'svcca:0.9' is not setting=value
                a measure is written id:setting=value:setting=value, several are separated by commas
            '''.stripIndent()
    }

    def 'options that say nothing or too much are refused'() {
        expect:
        def result = distribution.run(folder, 'compare', *arguments)
        result.exit == 2
        result.err.readLines().findAll { it.startsWith('rep-framework: error') } == errors.collect { 'rep-framework: error REP-4011: ' + it }

        where:
        arguments                                                        || errors
        []                                                               || ['two files are compared, and none is given', '--measures is missing: what is to be computed']
        [data('random-x'), '--measures', 'cka']                          || ["two files are compared, and only ${data('random-x')} is given".toString()]
        [data('random-x'), data('random-y'), '--measures', 'cka', '--null', 1] || ['--null is 1; it must be at least 2 draws']
        [data('random-x'), data('random-y'), '--measures', 'cka', '--out', 'c.npy'] || ['--out keeps the matrix of one measure, and none of cka gives one']
    }

    def 'every measure that ships is listed with its definition'() {
        when:
        def measures = json('--list')

        then:
        measures*.measure.containsAll(['cca', 'cca-r2', 'svcca', 'pwcca', 'cka', 'cka-debiased', 'procrustes', 'shape',
                'regression', 'gulp', 'eigenspace-overlap', 'wilks', 'pillai', 'pearson', 'semi', 'bipartite', 'greedy', 'mutual',
                'soft', 'maximum', 'minimal', 'simple'])
        measures.findAll { !it.definition || !it.centring || !it.tolerance || !it.divisor || !it['degenerate input'] }*.measure
                .findAll { !it.endsWith('-test') } == []
        measures.findAll { it.direction == 'smaller is more alike' }*.measure.containsAll(['shape', 'gulp', 'wilks'])
    }

    def 'variants of other packages stand beside ours'() {
        expect:
        def variants = json(data('correlated-x'), data('correlated-y'), '--variants')
        variants*.variant.count { it.startsWith('SVCCA') } == 5
        variants.find { it.variant == 'linear CKA, centred: cka' }.score != variants.find { it.variant == 'linear CKA, neither side centred' }.score
    }
}
