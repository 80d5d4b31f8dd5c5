package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.forecast.Forecast
import org.repframework.engine.forecast.Forecaster
import org.repframework.engine.plan.Plan
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.store.ContentHashes
import org.repframework.engine.store.Pace
import org.repframework.engine.store.Hashing
import org.repframework.engine.store.Json
import org.repframework.engine.store.Store
import org.repframework.engine.store.TaskRecord
import spock.lang.Specification
import spock.lang.TempDir

class ForecastSpecification extends Specification {

    static final SCRIPT = '''\
        def images = dataset('pictures', path: 'photos.zip')
        def net1 = train('sgd', images.train, epochs: 10, replica: 1)
        def net2 = train('sgd', images.train, epochs: 10, replica: 2)
        def a = record('units', net1, images.test, layer: 'conv1')
        def b = record('units', net2, images.test, layer: 'conv1')
        show 'Matching', match('bipartite', correlate('pearson', a, b))
        show 'Table', summarise('table', [row(net: 1, evaluate('accuracy', net1, images.test))])
        '''.stripIndent()

    static final ALL = ['dataset-1', 'train-1', 'train-2', 'moments-1', 'correlate-1', 'match-1', 'evaluate-1', 'summarise-1']

    @TempDir
    Path folder

    Store store

    def setup() {
        Files.writeString(folder.resolve('photos.zip'), 'bytes of a zip')
        store = new Store(folder.resolve('store'))
    }

    Plan plan(String script, Map options = [:]) {
        def file = Files.writeString(folder.resolve(options.name ?: 'study.groovy'), script)
        def context = new PlanContext(file, '', options.seed ?: 1L, GivenParameters.NONE, [threads: (options.threads ?: 1).toString()])
        def workflow = new WorkflowLoader(InventedStages.registry()).load(context, new ContentHashes(folder.resolve('files.json')))
        assert workflow.plan().isPresent() : workflow.problems()
        return workflow.plan().get()
    }

    /** Records as a run would leave them; {@code stored} alters what a key is made of. */
    void pretendRun(Plan plan, double seconds = 1, Closure<String> stored = { it }) {
        plan.tasks().each { task ->
            def preimage = stored(task.preimage())
            store.commit(new TaskRecord(Hashing.of(preimage), task.call(), Json.CANONICAL.readTree(preimage), [:], [], [], seconds, Pace.UNKNOWN, [:],
                    new TaskRecord.Origin(plan.workflow(), task.id(), task.stage().title(), '1.0', plan.images(task),
                            '2026-11-23T20:00:00Z')), folder)
        }
    }

    Forecast forecast(Plan plan) {
        Forecaster.forecast(plan, new Store(folder.resolve('store')))
    }

    /** Why tasks run, by id. */
    Map<String, String> reasons(Plan plan) {
        forecast(plan).missing().collectEntries { [it.task().id(), it.reason().get().text()] }
    }

    Map<String, String> reasonsOf(String script, Map options = [:]) {
        reasons(plan(script, options))
    }

    def 'without a store everything was never run, and nothing is estimated or written'() {
        when:
        def forecast = forecast(plan(SCRIPT))

        then:
        forecast.missing()*.task()*.id() == ALL
        forecast.missing()*.reason()*.get()*.text().toSet() == ['never run'] as Set
        forecast.trainings() == 2
        forecast.unknown() == 8
        forecast.seconds(1) == 0
        !Files.exists(store.root())
    }

    def 'after a run nothing runs'() {
        given:
        pretendRun(plan(SCRIPT))

        expect:
        forecast(plan(SCRIPT)).missing() == []
    }

    def 'a change is told at the task where it begins, and what follows names that task: #what'() {
        given:
        pretendRun(plan(SCRIPT))

        expect:
        reasonsOf(SCRIPT.replace(old, changed), options) == expected

        where:
        what | old | changed | options || expected
        'a setting' | 'epochs: 10, replica: 1' | 'epochs: 20, replica: 1' | [:] ||
                ['train-1': 'epochs 10 -> 20', 'moments-1': 'input train-1 changes', 'correlate-1': 'input train-1 changes',
                 'match-1': 'input train-1 changes', 'evaluate-1': 'input train-1 changes', 'summarise-1': 'input train-1 changes']
        'two settings' | 'epochs: 10, replica: 2' | 'epochs: 20, learningRate: 0.5, replica: 2' | [:] ||
                ['train-2': 'epochs 10 -> 20, learningRate 0.01 -> 0.5', 'moments-1': 'input train-2 changes',
                 'correlate-1': 'input train-2 changes', 'match-1': 'input train-2 changes']
        'the replica' | 'replica: 2' | 'replica: 3' | [:] ||
                ['train-2': 'replica 2 -> 3', 'moments-1': 'input train-2 changes', 'correlate-1': 'input train-2 changes',
                 'match-1': 'input train-2 changes']
        'the seed' | 'x' | 'x' | [seed: 2L] ||
                ['train-1': 'seed 1 -> 2', 'train-2': 'seed 1 -> 2', 'moments-1': 'inputs train-1, train-2 change',
                 'correlate-1': 'inputs train-1, train-2 change', 'match-1': 'inputs train-1, train-2 change',
                 'evaluate-1': 'input train-1 changes', 'summarise-1': 'input train-1 changes']
        'the threads' | 'x' | 'x' | [threads: 2] ||
                ['train-1': 'threads 1 -> 2', 'train-2': 'threads 1 -> 2', 'moments-1': 'inputs train-1, train-2 change',
                 'correlate-1': 'inputs train-1, train-2 change', 'match-1': 'inputs train-1, train-2 change',
                 'evaluate-1': 'input train-1 changes', 'summarise-1': 'input train-1 changes']
        'another input' | "'accuracy', net1" | "'accuracy', net2" | [:] ||
                ['evaluate-1': 'network train-1 -> train-2', 'summarise-1': 'input evaluate-1 changes']
        'another part' | 'net1, images.test))' | 'net1, images.train))' | [:] ||
                ['evaluate-1': 'images part dataset.test -> dataset.train', 'summarise-1': 'input evaluate-1 changes']
        'a label' | 'net: 1' | 'net: 7' | [:] || ['summarise-1': 'row 1 labels {"net":1} -> {"net":7}']
        'a setting and an input' | "'sgd', images.train, epochs: 10, replica: 1" | "'sgd', images.test, epochs: 11, replica: 1" | [:] ||
                ['train-1': 'epochs 10 -> 11, images part dataset.train -> dataset.test', 'moments-1': 'input train-1 changes',
                 'correlate-1': 'input train-1 changes', 'match-1': 'input train-1 changes',
                 'evaluate-1': 'input train-1 changes', 'summarise-1': 'input train-1 changes']
        'the layers of a comparison' | "'conv1'" | "'fc2'" | [:] ||
                ['moments-1': 'x layer conv1 -> fc2, y layer conv1 -> fc2', 'correlate-1': 'input moments-1 changes',
                 'match-1': 'input moments-1 changes']
    }

    def 'an edited file is told by its name'() {
        given:
        pretendRun(plan(SCRIPT))

        when:
        Files.writeString(folder.resolve('photos.zip'), 'other bytes')
        def reasons = reasons(plan(SCRIPT))

        then:
        reasons['dataset-1'] == 'content of photos.zip changed'
        reasons.keySet() == ALL as Set
        reasons.findAll { it.key != 'dataset-1' }.values().toSet() == ['input dataset-1 changes'] as Set
    }

    def 'a changed stage is told: #expected'() {
        given:
        pretendRun(plan(SCRIPT), 1, stored)

        expect:
        reasons(plan(SCRIPT))['dataset-1'] == expected

        where:
        stored                                                                        || expected
        ({ it.replace('"revision":1', '"revision":0') })                              || 'revision 0 -> 1'
        ({ it.replace('"plugin":"invented"', '"plugin":"former"') })                  || 'plugin former 1.0 -> invented 1.0'
        ({ it.replace('"inputs"', '"classes":"ab","inputs"') })                       || 'classes of plugin invented 1.0 changed'
    }

    def 'another version of a plugin is told where it changes the key'() {
        given:
        pretendRun(plan(SCRIPT), 1) { it.replace('"revision":1', '"revision":0') }
        def index = folder.resolve('store/tasks.jsonl')
        Files.writeString(index, Files.readString(index).replace('"version":"1.0"', '"version":"0.9"'))

        expect:
        reasons(plan(SCRIPT))['dataset-1'] == 'plugin invented 0.9 -> 1.0, revision 0 -> 1'
    }

    def 'a longer sweep was never run, and its old part stays'() {
        given:
        def sweep = { count -> """
            def images = dataset('pictures', path: 'photos.zip')
            (1..$count).each { replica ->
                def net = train('sgd', images.train, replica: replica)
                show "Accuracy, \$replica", evaluate('accuracy', net, images.test)
            }
            """ }
        pretendRun(plan(sweep(2)))

        expect:
        reasons(plan(sweep(4))) == ['train-3': 'never run', 'evaluate-3': 'never run', 'train-4': 'never run', 'evaluate-4': 'never run']
    }

    def 'a damaged result runs again, and what was made of it stays'() {
        given:
        def plan = plan(SCRIPT)
        pretendRun(plan)
        def key = plan.tasks()[1].key()
        Files.writeString(store.root().resolve("tasks/${key[0..1]}/${key}.json"), 'cut short')

        expect:
        reasons(plan) == ['train-1': "its result is damaged: tasks/${key[0..1]}/${key}.json".toString()]
    }

    def 'the newest of equally near results is compared'() {
        given:
        pretendRun(plan(SCRIPT.replace('epochs: 10, replica: 1', 'epochs: 3, replica: 1')))
        pretendRun(plan(SCRIPT.replace('epochs: 10, replica: 1', 'epochs: 5, replica: 1')))

        expect:
        reasons(plan(SCRIPT))['train-1'] == 'epochs 5 -> 10'
    }

    def 'a training is estimated in proportion to epochs and images, and workers share the work'() {
        given:
        pretendRun(plan(SCRIPT), 8)
        def longer = plan(SCRIPT.replace("'photos.zip'", "'photos.zip', count: 50").replace('epochs: 10', 'epochs: 20'))

        when:
        def forecast = forecast(longer)

        then: 'half the images and twice the epochs: eight seconds; half the images: four'
        forecast.tasks()[1].cost().get().seconds() == 8
        forecast.tasks()[3].cost().get().seconds() == 4
        forecast.seconds(1) == 8 + 8 + 8 + 4 + 8 + 8 + 4 + 8
        forecast.seconds(2) < forecast.seconds(1)
        forecast.unknown() == 0
    }

    def 'the index is made anew from the records if it is gone, and a torn line is passed over'() {
        given:
        pretendRun(plan(SCRIPT))
        def index = folder.resolve('store/tasks.jsonl')
        def changed = plan(SCRIPT.replace('epochs: 10, replica: 1', 'epochs: 20, replica: 1'))
        def expected = reasons(changed)

        when:
        Files.delete(index)

        then:
        reasons(changed) == expected
        Files.readAllLines(index).size() == 8

        when:
        Files.writeString(index, Files.readString(index) + '{"stage":"train sgd","key":"ab')
        pretendRun(changed)

        then:
        reasons(changed) == [:]
        Files.readAllLines(index).size() == 8 + 1 + 8
    }

    def 'a thousand tasks are explained out of ten thousand records'() {
        given:
        def sweep = { epochs -> plan("""
            def images = dataset('pictures', path: 'photos.zip')
            (1..500).each { replica ->
                def net = train('sgd', images.train, epochs: $epochs, replica: replica)
                show "Accuracy, \$replica", evaluate('accuracy', net, images.test)
            }
            """) }
        def lines = new StringBuilder()
        (1..10).each { epochs ->
            sweep(epochs).tasks().each { task ->
                lines << '{"stage":"' << task.stage().title() << '","key":"' << task.key() << '","origin":' <<
                        '{"workflow":"study","task":"' << task.id() << '","stage":"","version":"1.0","images":0,"finished":""},' <<
                        '"seconds":1.0,"bytes":0,"preimage":' << task.preimage() << '}\n'
            }
        }
        pretendRun(plan("dataset('pictures', path: 'photos.zip')"))
        Files.writeString(folder.resolve('store/tasks.jsonl'), lines)
        def next = sweep(11)

        when:
        def forecast = forecast(next)

        then:
        forecast.tasks()[1].reason().get().text() == 'epochs 10 -> 11'
        forecast.tasks()[999].reason().get().text() == 'epochs 10 -> 11'
        forecast.tasks()[1000].reason().get().text() == 'input train-500 changes'
    }
}
