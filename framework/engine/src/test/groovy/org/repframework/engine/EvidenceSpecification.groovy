package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.InventedStages.Pearson.Settings
import org.repframework.engine.dsl.Workflow
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.registry.InstalledPlugin
import org.repframework.engine.registry.InstalledStage
import org.repframework.engine.registry.LoadedPlugins
import org.repframework.engine.registry.Registry
import org.repframework.engine.registry.StageId
import org.repframework.engine.store.ContentHashes
import org.repframework.spi.ActivationMatrix
import org.repframework.spi.Artifact
import org.repframework.spi.Description
import org.repframework.spi.Evidence
import org.repframework.spi.Examples
import org.repframework.spi.FrequencySimilarity
import org.repframework.spi.Gram
import org.repframework.spi.GramMetric
import org.repframework.spi.Images
import org.repframework.spi.JointMoments
import org.repframework.spi.Matching
import org.repframework.spi.MomentMatcher
import org.repframework.spi.MomentMetric
import org.repframework.spi.PatchRecorder
import org.repframework.spi.Recording
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Role
import org.repframework.spi.SampleMetric
import org.repframework.spi.Scores
import org.repframework.spi.Stage
import org.repframework.spi.StageContext
import spock.lang.Specification
import spock.lang.TempDir

class EvidenceSpecification extends Specification {

    static class Ranks implements SampleMetric<Settings> {
        String name() { 'ranks' }
        String summary() { 'needs samples' }
        Class<Settings> settings() { Settings }
        Description describe(Settings settings, RecordingDescription x, RecordingDescription y) { Description.of(Scores) }
        Artifact correlate(Settings settings, ActivationMatrix x, ActivationMatrix y, StageContext context) { new Scores([ranks: 1d]) }
    }

    static class Kernel implements GramMetric<Settings> {
        String name() { 'kernel' }
        String summary() { 'needs Gram matrices' }
        Class<Settings> settings() { Settings }
        Description describe(Settings settings, RecordingDescription x, RecordingDescription y) { Description.of(Scores) }
        Artifact correlate(Settings settings, Gram x, Gram y, StageContext context) { new Scores([kernel: 1d]) }
    }

    static class Spans implements MomentMatcher<Settings> {
        String name() { 'spans' }
        String summary() { 'matches two recordings' }
        Class<Settings> settings() { Settings }
        Description describe(Settings settings, RecordingDescription x, RecordingDescription y) { Description.of(Scores) }
        Artifact correlate(Settings settings, JointMoments moments, StageContext context) { new Scores([spans: 1d]) }
    }

    static class Guided implements MomentMetric<Settings> {
        String name() { 'guided' }
        String summary() { 'takes a matching besides' }
        Class<Settings> settings() { Settings }
        List<Role.Slot> slots() { Role.CORRELATION_METRIC.slots() + [Role.Slot.named('by', Matching)] }
        Description describe(Settings settings, RecordingDescription x, RecordingDescription y) { Description.of(Scores) }
        Artifact correlate(Settings settings, JointMoments moments, StageContext context) { new Scores([guided: 1d]) }
    }

    static class Looks implements PatchRecorder<Settings> {
        String name() { 'looks' }
        String summary() { 'collects images' }
        Class<Settings> settings() { Settings }
        Description describe(Settings settings, Description.OfNetwork network, Description.OfExamples images) { Description.of(Images) }
        List<Images> record(List<Recording<Settings>> recordings, Examples images, StageContext context) { [] }
    }

    static final START = '''\
        def images = dataset('pictures', path: 'photos.zip')
        def nets = (1..2).collect { train('sgd', images.train, replica: it) }
        def a = record('units', nets[0], images.test, layer: 'conv1')
        def b = record('units', nets[1], images.test, layer: 'conv1')
        '''.stripIndent()

    @TempDir
    Path folder

    static Registry registry() {
        def plugin = new InstalledPlugin('invented', '1.0', 'for specifications', Path.of('plugins/invented'), '')
        Map<StageId, InstalledStage> stages = [:]
        List<Stage> all = new InventedStages().stages() + [new Ranks(), new Kernel(), new Spans(), new InventedStages.Canonical(), new Guided(), new Looks()]
        all.each { stages[new StageId(it.role(), it.name())] = new InstalledStage(it, plugin) }
        new Registry(stages, new LoadedPlugins([plugin], stages.values() as List, []))
    }

    Workflow load(String script) {
        Files.writeString(folder.resolve('photos.zip'), 'bytes')
        def file = Files.writeString(folder.resolve('study.groovy'), START + script)
        def context = new PlanContext(file, '', 1L, GivenParameters.NONE, [threads: '1'])
        new WorkflowLoader(registry()).load(context, new ContentHashes(folder.resolve('files.json')))
    }

    List<String> messages(String script) {
        load(script).problems().findAll { it.severity().name() == 'ERROR' }*.message()
    }

    List inputs(Workflow workflow, String id) {
        def plan = workflow.plan().get()
        plan.tasks().find { it.id() == id }.inputs().collect { [it.slot(), plan.task(it.edge()).id(), it.edge().port()] }
    }

    def 'a metric that needs samples is given those of each recording, which other metrics share'() {
        when:
        def workflow = load '''\
            show 'Ranks', correlate('ranks', a, b)
            show 'Other way', correlate('ranks', b, a)
            '''.stripIndent()

        then:
        workflow.plan().get().tasks()*.id()
                == ['dataset-1', 'train-1', 'train-2', 'samples-1', 'samples-2', 'correlate-1', 'correlate-2']
        inputs(workflow, 'correlate-1') == [['x', 'samples-1', 'samples'], ['y', 'samples-2', 'samples']]
        inputs(workflow, 'correlate-2') == [['x', 'samples-2', 'samples'], ['y', 'samples-1', 'samples']]
        inputs(workflow, 'samples-1') == [['network', 'train-1', 'network'], ['images', 'dataset-1', 'dataset']]
    }

    def 'a metric that needs Gram matrices is given those of each recording, which are not its samples'() {
        when:
        def workflow = load '''\
            show 'Kernel', correlate('kernel', a, b)
            show 'Ranks', correlate('ranks', a, b)
            '''.stripIndent()
        def tasks = workflow.plan().get().tasks()

        then:
        inputs(workflow, 'correlate-1') == [['x', 'gram-1', 'gram'], ['y', 'gram-2', 'gram']]
        tasks.findAll { it.evidence().present }.collect { it.evidence().get() }
                == [Evidence.GRAM, Evidence.GRAM, Evidence.SAMPLES, Evidence.SAMPLES]
        tasks*.key().toSet().size() == tasks.size()
    }

    def 'a matcher may work on recordings in place of a correlation matrix'() {
        when:
        def workflow = load "show 'Spans', match('spans', a, b)\n"

        then:
        inputs(workflow, 'match-1') == [['moments', 'moments-1', 'moments']]
        workflow.plan().get().tasks().last().ports().first() == 'matching'
    }

    def 'what a stage takes besides its role is given by name'() {
        when:
        def workflow = load '''\
            def matching = match('bipartite', correlate('pearson', a, b))
            show 'Guided', correlate('guided', a, b, by: matching)
            show 'Alone', correlate('guided', a, b)
            '''.stripIndent()

        then:
        inputs(workflow, 'correlate-2') == [['moments', 'moments-1', 'moments'], ['by', 'match-1', 'matching']]
        inputs(workflow, 'correlate-3') == [['moments', 'moments-1', 'moments']]
    }

    def 'what is recorded as images is a task of its own, several in one pass'() {
        when:
        def workflow = load '''\
            show 'Looks', record('looks', nets[0], images.test)
            show 'Other looks', record('looks', nets[1], images.test)
            '''.stripIndent()
        def looks = workflow.plan().get().tasks().findAll { it.sharesPass() }

        then:
        looks*.id() == ['record-1', 'record-2']
        looks.every { it.evidence().empty }
        inputs(workflow, 'record-2') == [['network', 'train-2', 'network'], ['images', 'dataset-1', 'dataset']]
    }

    def 'recordings of different draws are not compared, though they have equally many samples'() {
        expect:
        messages("""\
            def x = record('units', nets[0], images.test, layer: 'conv1', reading: '$x')
            def y = record('units', nets[1], images.test, layer: '$layer', reading: '$y')
            show 'x', correlate('ranks', x, y)
            """.stripIndent()) == message

        where:
        x       | layer   | y       || message
        'drawn' | 'conv1' | 'drawn' || []
        'drawn' | 'conv1' | 'sum'   || ['the samples of the recordings do not belong together: x has 1 of 8x8, y has all']
        'drawn' | 'fc2'   | 'drawn' || ['the samples of the recordings do not belong together: x has 1 of 8x8, y has 1 of 1x1']
    }

    def 'recordings by frequency give their moments frequency by frequency, whatever the metric else asks for'() {
        when:
        def workflow = load """\
            def x = record('units', nets[0], images.test, layer: 'conv1', reading: 'frequencies')
            def y = record('units', nets[1], images.test, layer: 'fc2', reading: 'frequencies')
            show 'Frequencies', correlate('canonical', x, y)
            """.stripIndent()
        def tasks = workflow.plan().get().tasks()
        def moments = tasks.find { it.id() == 'moments-1' }

        then:
        tasks*.id() == ['dataset-1', 'train-1', 'train-2', 'moments-1', 'correlate-1']
        inputs(workflow, 'correlate-1') == [['moments', 'moments-1', 'moments']]
        moments.evidence().get() == Evidence.FREQUENCIES
        !moments.sharesPass()
        tasks.last().ports().byName().correlation.type() == FrequencySimilarity
    }

    def 'what cannot be applied frequency by frequency is refused: #call'() {
        expect:
        messages("""\
            def x = record('units', nets[0], images.test, layer: 'conv1', reading: 'frequencies')
            def y = record('units', nets[1], images.test, layer: 'conv1', reading: 'frequencies')
            show 'x', $call
            """.stripIndent()) == [message]

        where:
        call << [
            "correlate('pearson', x, y)", "correlate('kernel', x, y)", "match('spans', x, y)",
            "correlate('canonical', x, y, form: 'sum')", "correlate('canonical', a, y)"
        ]
        message << ['pearson', 'kernel', 'spans', 'canonical'].collect {
            "'$it' with these settings cannot be applied frequency by frequency, as reading: 'frequencies' needs; canonical can".toString()
        } + ["x is recorded with reading: 'sum', y with reading: 'frequencies'; one of them is by frequency, the other is not"]
    }

    def 'a matching is shown together with what is known of its units'() {
        expect:
        messages("""\
            def matching = match('bipartite', correlate('pearson', a, b))
            def looks = record('looks', nets[0], images.test)
            show 'Units', matching, correlate('pearson', a, a), looks, *nets
            show 'Looks', looks, nets[0]
            """.stripIndent()) == ['results shown together must be of one type, these are Images and Network']
    }

    def 'a comparison is told what it takes'() {
        expect:
        messages("show 'x', $call\n").contains(message)

        where:
        call                                     | message
        "match('spans', correlate('pearson', a, b))" | "input 1 of 'spans' must be Recording, this is CorrelationMatrix"
        "match('bipartite', a)"                  | "input 1 of 'bipartite' must be CorrelationMatrix, this is Recording"
        "correlate('guided', a, b, by: a)"       | "by of 'guided' must be Matching, this is Recording"
        "correlate('ranks', a, record('looks', nets[1], images.test))" | "input 2 of 'ranks' must be Recording, this is Images"
    }
}
