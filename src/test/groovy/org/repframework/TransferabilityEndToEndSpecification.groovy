package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.Distribution.Result
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.Stepwise
import spock.lang.TempDir

/** The study of transferability with everything in it, as small as it can be. */
@Stepwise
class TransferabilityEndToEndSpecification extends Specification {

    static final SMALL = ['-P', 'epochs=20', '-P', 'batch=16', '-P', 'imagesPerClass=20', '-P', 'layers=2', '-P', 'directions=both',
            '-P', 'splitBy=classes,groups,samples', '-P', 'randomFilters=true', '-P', 'targetImagesPerClass=3']
    static final ARMS = ['base', 'BnB', 'AnB', 'BnB+', 'AnB+', 'random-normal', 'random-he']

    @Shared
    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    Result command(String verb, List<String> parameters) {
        distribution.run(folder, verb, distribution.home.resolve('workflows/transferability.groovy'), *parameters)
    }

    Path latest(String file) {
        folder.resolve('results/transferability/latest').resolve(file)
    }

    List<Map<String, String>> table(String name) {
        def lines = latest("tables/${name}.csv").toFile().readLines()*.split(',', -1)*.toList()
        lines.tail().collect { [lines[0], it].transpose().collectEntries() }
    }

    def 'what cannot be is refused with the numbers before anything is trained: #parameters'() {
        when:
        def result = command('run', parameters)

        then:
        result.exit == 2
        result.err.contains(message)
        !Files.exists(folder.resolve('results'))

        where:
        parameters                                   || message
        ['-P', 'layers=8']                           || 'layers: 8 of a convnet that has 8 layers with weights; 0 to 7 can be copied'
        ['-P', 'splitBy=class']                      || "did you mean 'classes'?"
        ['-P', 'splitBy=groups', '-P', 'groups=one.csv'] || "half A would have only the class 'house'; each half needs at least two classes"
        ['-P', 'targetImagesPerClass=400']           || 'count: 400, but there are only 400 training images'
    }

    def setupSpec() {
        Files.writeString(folder.resolve('one.csv'), 'class,group\nhouse,a\nwaves,b\nwood,b\n')
        Files.writeString(folder.resolve('two.csv'), 'class,group\nhouse,a\nwheel,a\nwaves,b\nwood,b\n')
    }

    def 'the base is trained once for all arms: 30 networks for one direction, 58 for both, 86 with the random filters'() {
        expect:
        trainings(parameters) == networks

        where:
        parameters                                                || networks
        []                                                        || 30
        ['-P', 'directions=both']                                 || 58
        ['-P', 'directions=both', '-P', 'randomFilters=true']     || 86
        ['-P', 'splitBy=groups', '-P', 'groups=two.csv']          || 30
        ['-P', 'replicas=2', '-P', 'splits=3']                    || 180
    }

    int trainings(List<String> parameters) {
        def result = command('plan', parameters)
        assert result.exit == 0: result.err
        (result.out =~ /(\d+) trainings among them/)[0][1] as int
    }

    def 'every network stands in one table beside the base of its own half and seed'() {
        when:
        def result = command('run', SMALL)
        def rows = table('transferability')

        then:
        result.exit == 0
        latest('tables/transferability.csv').toFile().readLines()[0] ==
                'split,direction,arm,layers,replica,accuracy,loss,base,difference,learned'
        rows*.arm.toSet() == ARMS.toSet()
        rows*.split.toSet() == ['classes 1', 'groups', 'samples 1'] as Set
        rows.size() == 3 * 2 * ARMS.size()

        and:
        rows.groupBy { [it.split, it.direction] }.every { half, networks ->
            def base = networks.find { it.arm == 'base' }
            assert base.layers == '0'
            networks.every { it.base == base.accuracy && near(it.difference, (it.accuracy as double) - (base.accuracy as double)) }
        }
        rows.findAll { it.arm != 'base' }.every { it.layers == '2' && it.replica == '1' && it.learned in ['true', 'false'] }

        and: 'who did not learn is named'
        def guessing = rows.findAll { it.learned == 'false' }
        result.err.readLines().count { it.contains(': did not learn: (split: ') } >= guessing.size()
    }

    private static boolean near(String number, double expected) {
        Math.abs((number as double) - expected) < 1e-12
    }

    def 'figures: accuracy and drop for each kind of split, the recap, the small target sets'() {
        expect:
        ['accuracy--halves-by-classes', 'accuracy--halves-by-groups', 'accuracy--halves-by-samples', 'drop--halves-by-groups',
         'difference-to-the-base-of-the-same-half-and-seed', 'what-a-small-target-set-gains'].every { Files.exists(latest("figures/${it}.svg")) }
        def recap = Files.readString(latest('figures/difference-to-the-base-of-the-same-half-and-seed.svg'))
        // half of 20 images of ten classes are too few to learn from, and where the base did not learn there is no difference
        def learned = table('transferability').findAll { it.arm == 'base' && it.learned == 'true' }*.split*.replaceAll(/ .*/, '').toSet()
        learned.containsAll(['classes', 'groups'])
        learned.every { kind -> ['AnB', 'BnB+'].every { recap.contains("$it, $kind".toString()) } }
        recap.contains('<title>AnB, groups\n')
        table('small-target-sets')*.arm == ['base', 'AnB+']
        table('mean-difference-to-the-base-of-the-same-half-and-seed')[0].keySet().toList() ==
                ['arm', 'layers', 'pairs', 'left out', 'accuracy', 'partner', 'difference', 'difference sd', 'interval', 'detectable', 'unpaired']
    }

    def 'run again, nothing is trained and the tables are the same'() {
        given:
        def before = latest('tables').toRealPath().toFile().listFiles().collectEntries { [it.name, it.text] }

        when:
        def again = command('run', SMALL)

        then:
        again.out =~ /done: 0 ran, \d+ cached/
        latest('tables').toRealPath().toFile().listFiles().collectEntries { [it.name, it.text] } == before
    }
}
