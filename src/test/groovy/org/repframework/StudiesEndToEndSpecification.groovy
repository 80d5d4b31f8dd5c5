package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.Distribution.Result
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** The studies that share their networks, as small as they can be, in one store. */
@Stepwise
class StudiesEndToEndSpecification extends Specification {

    static final SMALL = ['-P', 'epochs=1', '-P', 'imagesPerClass=20']

    @Shared
    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    Result study(String name, Object... parameters) {
        distribution.run(folder, 'run', distribution.home.resolve("workflows/${name}.groovy"), *SMALL,
                *parameters.collectMany { ['-P', it] })
    }

    List<Map<String, String>> table(String study, String name) {
        def lines = folder.resolve("results/$study/latest/tables/${name}.csv").toFile().readLines()*.split(',', -1)*.toList()
        lines.tail().collect { [lines[0], it].transpose().collectEntries() }
    }

    def 'convergent learning matches every layer by both readings'() {
        when:
        def result = study('convergent-learning')
        def means = table('convergent-learning', 'mean-correlation-of-matched-units')

        then:
        result.exit == 0
        means.groupBy { [it.layer, it.reading] }.every { key, rows ->
            def of = rows.collectEntries { [it.matching, it.correlation as double] }
            of['semi'] >= of['one-to-one'] && of['one-to-one'] > 0
        }
    }

    def 'SVCCA compares layers with their end, and networks beside untrained ones and chance; its networks are trained already'() {
        when:
        def result = study('svcca', 'draws=2')
        def dynamics = table('svcca', 'learning-dynamics')
        def two = table('svcca', 'two-initialisations--svcca')

        then:
        result.exit == 0
        result.err.count('start   train') == 0
        dynamics*.trained.toSet() == ['0', '0.05', '0.2', '0.5'] as Set
        two*.of.toSet() == ['trained', 'untrained', 'permuted images'] as Set
        // two networks that see the same images are more alike than permuted images
        two.find { it.layer == 'conv1' && it.of == 'trained' }.similarity as double
                > two.find { it.layer == 'conv1' && it.of == 'permuted images' }.similarity as double
    }

    def 'subspaces match the more, the larger epsilon is'() {
        when:
        def result = study('subspace-match', 'networks=2', 'epsilons=0.2,0.5')
        def rows = table('subspace-match', 'similarity-of-the-maximum-match')

        then:
        result.exit == 0
        rows.groupBy { [it.layer, it.of] }.every { key, ofLayer ->
            def by = ofLayer.collectEntries { [it.epsilon, it.similarity as double] }
            by['0.5'] >= by['0.2']
        }
    }

    def 'every measure is taken of the same layers, beside chance'() {
        when:
        def result = study('measures', 'networks=2', 'probe=4', 'draws=2')
        def means = table('measures', 'every-measure-on-the-same-layer-of-two-networks')
        def found = table('measures', 'layers-found-again')

        then:
        result.exit == 0
        means*.measure.toSet().size() == 28
        means.every { Double.isFinite(it.value as double) }
        found.every { (it.identified as double) in 0..1 || (it.identified as double) < 1 }
    }

    def 'the verdict divides the living units of each layer into three'() {
        when:
        def result = study('understanding', 'draws=20')
        def rows = table('understanding', 'one-to-one--a-shared-subspace--or-neither--shares-of-units')

        then:
        result.exit == 0
        rows.size() == 8
        rows.every { Math.abs((it['one-to-one'] as double) + (it.subspace as double) + (it.neither as double) + (it.dead as double) - 1) < 1e-12 }
    }
}
