package org.repframework.testkit

import static org.repframework.testkit.PlantedMetric.cka
import static org.repframework.testkit.PlantedMetric.score
import static org.repframework.testkit.PlantedMetric.squares

import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import org.repframework.spi.Artifact
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Description
import org.repframework.spi.Evidence
import org.repframework.spi.Gram
import org.repframework.spi.GramMetric
import org.repframework.spi.Inputs
import org.repframework.spi.JointMoments
import org.repframework.spi.Matrix
import org.repframework.spi.MomentMetric
import org.repframework.spi.Ports
import org.repframework.spi.RecordingDescription
import org.repframework.spi.StageContext
import org.repframework.spi.StageFailure
import org.repframework.spi.Trait
import org.repframework.spi.Traits
import spock.lang.Specification

/** What is demanded of every stage and of metrics: an honest one passes, and each offender fails its demand alone. */
class MomentMetricContractSpecification extends Specification {

    static class PlantedContract extends MomentMetricContract {

        static Map offences

        @Override
        protected MomentMetric stage() {
            new PlantedMetric(offences: offences)
        }

        @Override
        protected Map<String, Handling> handling() {
            offences.getOrDefault('handling', [:])
        }

        @Override
        Duration patience() {
            Duration.ofMillis(300)
        }
    }

    private static Verdict verdict(Map offences) {
        PlantedContract.offences = offences
        Verdict.of(PlantedContract)
    }

    def 'an honest metric passes'() {
        when:
        def verdict = verdict([:])

        then:
        verdict.failed == [:]
        verdict.passed.size() == 30
        verdict.passed.containsAll([
            'equal seeds give equal bytes', 'declared traits hold: rotation', 'declared traits hold: permutation of units',
            'inputs out of the ordinary are handled as stated: one sample'
        ])
    }

    def 'whether complex units can be compared in real form: #message'() {
        when:
        def verdict = verdict(comparesFrequencies: true, correlate: correlate, traits: Traits.NONE)
        def demand = 'complex units are compared in real form if the stage says so'

        then:
        message ? verdict.failed.keySet() == [demand] as Set && verdict.failed[demand].startsWith(message) :
                verdict.failed == [:] && verdict.passed.contains(demand)

        where:
        message                                                                                    | correlate
        null                                                                                       | { m, c -> cka(m) }
        'comparesFrequencies() is true (real samples, by themselves and as complex ones), but on ' | { m, c -> score(cka(m).scores().cka * m.unitsX()) }
        'comparesFrequencies() is true (complex samples, turned by a phase), but on '              | { m, c -> cka(m); score(sizes(m.xy()) / sizes(m.xx())) }
    }

    private static double sizes(Matrix matrix) {
        matrix.toArray().collect { Math.abs(it) }.sum()
    }

    /** Linear CKA from Gram matrices too, tr(KL) / (|K| |L|), times a factor. */
    static class TwoForms extends PlantedMetric implements GramMetric {

        Evidence evidence(Record settings, RecordingDescription x, RecordingDescription y) {
            Evidence.MOMENTS
        }

        Ports run(Record settings, Inputs inputs, StageContext context) {
            Ports.of('correlation', correlate(settings, inputs.one('moments', JointMoments), context))
        }

        Artifact correlate(Record settings, Gram x, Gram y, StageContext context) {
            def product = [x.values().toArray(), y.values().toArray()].transpose().sum { it[0] * it[1] }
            def sizes = Math.sqrt(squares(x.values()) * squares(y.values()))
            if (sizes == 0) {
                throw new StageFailure('a side is constant')
            }
            score(Math.max(0d, Math.min(1d, product / sizes)) * offences.getOrDefault('factor', 1d))
        }
    }

    static class TwoFormsContract extends MomentMetricContract {

        static Map offences

        @Override
        protected MomentMetric stage() {
            new TwoForms(offences: offences)
        }
    }

    def 'what a class implements besides is held to the same'() {
        when:
        TwoFormsContract.offences = [:]
        def honest = Verdict.of(TwoFormsContract, 'otherFormsAreHeldToTheSame')

        then:
        honest.failed == [:]
        honest.passed.size() == 15
        honest.passed.containsAll(['the same result, from gram', 'rotation, from gram', 'a constant unit, from gram'].collect {
            "other forms are held to the same: $it".toString()
        })

        when:
        TwoFormsContract.offences = [factor: 1.5d]
        def failed = Verdict.of(TwoFormsContract, 'otherFormsAreHeldToTheSame').failed

        then:
        failed.keySet() == ['the same result, from gram', 'range, from gram'].collect { "other forms are held to the same: $it".toString() } as Set
        failed.values().any { it.startsWith('the metric also works from gram, but on the random activations of seed 1 cka is ') }
    }

    def 'a trait need not be declared'() {
        expect:
        verdict(traits: Traits.NONE).failed == [:]
    }

    def 'name, summary, revision and settings: #message'() {
        when:
        def failed = verdict(offences).failed

        then:
        failed.keySet() == [demand] as Set
        failed[demand].startsWith(message)

        where:
        offences                   | demand                               || message
        [name: 'My_Metric']        | 'name is in lower case with hyphens' || "the name 'My_Metric' is not in lower case letters, digits and single hyphens"
        [summary: ' ']             | 'summary is one line'                || 'the summary is empty'
        [summary: 'one\ntwo']      | 'summary is one line'                || 'the summary must be one line of at most 120 characters: one\ntwo'
        [revision: 0]              | 'revision is at least one'           || 'revision() is 0'
        [settings: PlantedSettings.Nameless]  | 'refused settings are named' || 'expected: <[]> but was: <[the refusal of number: 0 does not name the setting; it concerns \'\' and says: that cannot be,'
        [settings: PlantedSettings.Valueless] | 'refused settings are named' || 'expected: <[]> but was: <[the refusal of number: 0 does not say the value: it must be at least one,'
        [settings: PlantedSettings.Rangeless] | 'refused settings are named' || 'expected: <[]> but was: <[the refusal of number: 0 does not say what is possible: number is 0, which cannot be,'
        [settings: PlantedSettings.Crashing]  | 'refused settings are named' || 'expected: <[]> but was: <[number: 0 must be refused with a Refusal, not with java.lang.IllegalArgumentException: negative,'
    }

    def 'each flaw in the declaration of settings is told'() {
        expect:
        SettingsRules.problems(PlantedSettings.Honest) == []
        SettingsRules.problems(PlantedSettings.Undeclared) == ["the setting 'number' lacks @Setting"]
        SettingsRules.problems(PlantedSettings.Unreasonable) == [
            "the setting 'number' needs a description of one line",
            "the setting 'number' has the default 7 outside of 1.0 to 5.0",
            "the setting 'word' has the default 'c', which is none of its choices [a, b]",
            "the setting 'day' has the type java.util.Date, which no script can give",
            "the setting 'share' has the empty range 1.0 to 0.0",
            "the setting 'flag' has a range, but is no number",
            "the setting 'flag' has choices, but is no text",
            "the setting 'flag' has a default that is no such value: 'yes' is neither true nor false"
        ]
        verdict(settings: PlantedSettings.Undeclared).failed['settings say what they mean'] ==
                "expected: <[]> but was: <[the setting 'number' lacks @Setting]>"
    }

    def 'bytes, seeds and threads: #message'() {
        when:
        def failed = verdict(offences + [traits: Traits.NONE]).failed

        then:
        failed.keySet() == [demand] as Set
        failed[demand].startsWith(message)

        where:
        offences                                                                            | demand                                         || message
        [dependsOnThreads: true, correlate: { m, c -> score(Math.random() + cka(m).scores().cka) }] | 'equal seeds give equal bytes'                 || 'two runs with equal seeds gave different bytes; they differ in correlation.values.cka'
        [draws: true]                                                                       | 'other replicas give other bytes'              || 'draws() is true, but replica 2 gives the bytes of replica 1; seeds asked for: []'
        [correlate: { m, c -> c.seed('start'); cka(m) }]                                    | 'other replicas give other bytes'              || 'draws() is false, but the stage asked for seeds ==> expected: <[]> but was: <[start]>'
        [correlate: { m, c -> score(cka(m).scores().cka / c.threads()) }]                   | 'bytes do not depend on the number of threads' || '4 threads gave other bytes than 1, but dependsOnThreads() is false; they differ in correlation.values.cka'
        [correlate: { m, c -> leaveThread(); cka(m) }]                                      | 'no thread is left behind'                     || 'threads that were started by the stage and still run ==> expected: <[]> but was: <[left by a stage]>'
    }

    private static void leaveThread() {
        def thread = new Thread({ Thread.sleep(4000) }, 'left by a stage')
        thread.daemon = true
        thread.start()
    }

    def 'progress and interruption: #message'() {
        when:
        def failed = verdict(correlate: correlate).failed

        then:
        failed.keySet() == demands as Set
        failed[demands[0]] =~ message

        where:
        demands | correlate || message
        ['progress only grows and ends at its total'] | { m, c -> [1, 3, 2].each { c.progress(it, 3, 'steps') }; cka(m) } || /^progress fell back or changed its total or unit: .*done=2.* after .*done=3/
        ['progress only grows and ends at its total'] | { m, c -> [1, 2].each { c.progress(it, it, 'steps') }; cka(m) } || /^progress fell back or changed its total or unit/
        ['progress only grows and ends at its total'] | { m, c -> c.progress(4, 3, 'steps'); cka(m) } || /^progress must be from 0 to its total/
        ['progress only grows and ends at its total'] | { m, c -> c.progress(1, 3, 'steps'); cka(m) } || /^progress must end at its total/
        ['progress only grows and ends at its total'] | { m, c -> c.progress(1, 1, ' '); cka(m) } || /^the unit of progress is empty/
        ['interruption is obeyed within a second'] | { m, c -> slowly(c); cka(m) } || /^the stage came back 4\d\d ms after checkInterrupted\(\) had thrown; at most 300 may pass/
        ['interruption is obeyed within a second', 'an interrupted task goes on to the same bytes'] | { m, c -> deafly(c); cka(m) } || /must let it pass; instead it returned a result/
        ['an interrupted task goes on to the same bytes'] | { m, c -> forgetfully(c, cka(m)) } || /^interrupted at call 1 of checkInterrupted\(\) and run again in the same scratch directory, the stage gave other bytes than in one go; they differ in correlation.values.cka/
    }

    def 'a stage that works on without asking whether to stop is told so'() {
        given:
        PlantedContract.offences = [correlate: { m, c -> Thread.sleep(350); cka(m) }]

        expect:
        Verdict.of(PlantedContract, 'interruptionIsObeyedWithinASecond').failed['interruption is obeyed within a second'] =~
                /^the stage worked for \d+ ms without calling checkInterrupted\(\); at most 300 may pass/
    }

    private static void slowly(context) {
        try {
            context.checkInterrupted()
        } catch (InterruptedException e) {
            Thread.sleep(400)
            throw e
        }
    }

    private static void deafly(context) {
        try {
            context.checkInterrupted()
        } catch (InterruptedException ignored) {
        }
    }

    private static forgetfully(context, result) {
        def half = context.scratch().resolve('half')
        if (Files.exists(half)) {
            return score(0)
        }
        Files.createFile(half)
        context.checkInterrupted()
        result
    }

    def 'description: #message'() {
        when:
        def failed = verdict(offences + [traits: Traits.NONE]).failed

        then:
        failed.keySet() == demands as Set
        failed[demands[0]].startsWith(message)

        cleanup:
        Path.of('').toAbsolutePath().toFile().listFiles().findAll { it.name.startsWith('described') }*.delete()

        where:
        offences | demands || message
        [describe: { Description.of(CorrelationMatrix) }] | ['what is described is what comes'] || "the type of 'correlation' is not the one described ==> "
        [describe: { new Description.OfCorrelation(5, 5) }, correlate: { m, c -> new CorrelationMatrix('own', m.xy(), 9, [], []) },
         handling: ['one sample': Handling.RESULT, 'only constant units': Handling.RESULT]] | ['what is described is what comes'] || "'correlation' is not what was described ==> "
        [describe: { new Description.OfCorrelation((int) (System.nanoTime() % 1_000_000), 1) }] | ['describing twice gives the same and writes nothing', 'what is described is what comes'] || 'describe() differs from call to call ==> '
        [describe: { Files.createTempFile(Path.of('').toAbsolutePath(), 'described', '.tmp'); Description.of(org.repframework.spi.Scores) }] | ['describing twice gives the same and writes nothing'] || 'describe() wrote into the folder of its inputs or the current directory ==> '
    }

    def 'inputs out of the ordinary: #message'() {
        when:
        def failed = verdict(offences).failed

        then:
        failed.keySet() == demands.collect { "inputs out of the ordinary are handled as stated$it".toString() } as Set
        failed.values().every { it.startsWith(message) }

        where:
        offences | demands || message
        [correlate: { m, c -> m.samples() == 1 ? score(0) : cka(m) }]                                       | [': one sample'] || 'a Refusal or StageFailure was expected, but there is a result; if it is right, let handling() say RESULT'
        [handling: ['a constant unit': Handling.FAILURE]]                                                   | [': a constant unit'] || 'a Refusal or StageFailure was expected'
        [correlate: { m, c -> m.deadX(2 % m.unitsX()) ? { throw new StageFailure('dead') }() : cka(m) }]      | [': a constant unit'] || 'a result was expected, but there is a failure; if it is right, let handling() say FAILURE: dead'
        [correlate: { m, c -> score(squares(m.xy()) / Math.sqrt(squares(m.xx()) * squares(m.yy())) - 1e-9) }] | [': one sample', ': only constant units'] || "only a Refusal or a StageFailure tells the user what to do, but this was java.lang.IllegalArgumentException: score 'cka' is NaN"
        [correlate: { m, c -> m.samples() == 1 ? { throw new StageFailure(' ') }() : cka(m) }]                 | [': one sample'] || 'the failure has no message'
        [correlate: { m, c -> m.samples() == 4 ? score(Double.POSITIVE_INFINITY) : cka(m) }]                | [': fewer samples than units'] || 'correlation.values.cka is Infinity'
        [handling: ['two samples': Handling.RESULT]]                                                        | ['']           || 'handling() names [two samples], the contract knows [one sample, '
    }

    def 'declared, but not so: #traits.declared()'() {
        when:
        def failed = verdict(traits: traits, correlate: correlate).failed.findAll { it.key.startsWith('declared') }

        then:
        failed.keySet() == demands.collect { "declared traits hold: $it".toString() } as Set
        failed.values().every { it =~ message }

        where:
        traits                         | correlate                                              | demands || message
        Traits.of(Trait.SYMMETRIC)     | { m, c -> score(m.unitsX() / m.unitsY()) }             | ['symmetric in its two sides'] || /^traits\(\) says 'symmetric in its two sides', but on the random activations of seed 1 cka is 1.5 before and 0.66\d+ after; the tolerance is 1.0E-9$/
        Traits.of(Trait.SYMMETRIC)     | { m, c -> new CorrelationMatrix('own', Matrix.of(m.unitsX(), m.unitsY(), m.xy().toArray().collect { it + m.xx().at(0, 0) } as double[]), 9, [], []) } | ['symmetric in its two sides'] || /entry \d, \d is /
        Traits.of(Trait.PERMUTATION)   | { m, c -> score(m.xy().at(0, 0)) }                     | ['permutation of units'] || /^traits\(\) says 'permutation of units', but on /
        Traits.of(Trait.TRANSLATION)   | { m, c -> score(m.meanX().at(0, 0)) }                  | ['translation'] || /^traits\(\) says 'translation', but on /
        Traits.of(Trait.ISOTROPIC_SCALING) | { m, c -> score(m.xx().at(0, 0)) }                 | ['isotropic scaling'] || /^traits\(\) says 'isotropic scaling', but on /
        Traits.of(Trait.UNIT_SCALING)  | { m, c -> cka(m) }                                     | ['scaling of each unit'] || /^traits\(\) says 'scaling of each unit', but on /
        Traits.of(Trait.ROTATION)      | { m, c -> score(m.xy().toArray().max()) }              | ['rotation'] || /^traits\(\) says 'rotation', but on /
        Traits.of(Trait.LINEAR_MAP)    | { m, c -> cka(m) }                                     | ['scaling of each unit', 'invertible linear maps'] || /^traits\(\) says '.*', but on /
        Traits.NONE.between(0, 0.9)    | { m, c -> cka(m) }                                     | ['range'] || /^cka is 1.0, but traits\(\) says 0.0 to 0.9$/
    }
}
