package org.repframework.engine.registry

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.jar.JarFile
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.problem.Code
import org.repframework.engine.store.ContentHashes
import org.repframework.spi.Description
import org.repframework.spi.Inputs
import org.repframework.spi.JointMoments
import org.repframework.spi.MomentMetric
import org.repframework.spi.RecordingDescription
import org.repframework.spi.Role
import org.repframework.spi.Scores
import org.repframework.spi.Seeds
import spock.lang.Specification
import spock.lang.TempDir

class PluginLoaderSpecification extends Specification {

    @TempDir
    Path plugins

    def recording = new RecordingDescription('conv1', 'sum', 4, 10)

    LoadedPlugins loadAll() {
        PluginLoader.loadAll(plugins, [])
    }

    /** Jars that have lain there for a while, recorded in the lock. */
    void settle() {
        plugins.toFile().eachFileRecurse { file ->
            if (file.name.endsWith('.jar')) {
                Files.setLastModifiedTime(file.toPath(), FileTime.fromMillis(System.currentTimeMillis() - 60_000))
            }
        }
        PluginLock.of(PluginLoader.directories(plugins)).write(plugins)
    }

    def moments() {
        new Inputs([new Inputs.Input('moments', [:], new Description.OfMoments(recording, recording))])
    }

    Description describe(InstalledStage stage, Map settings = [:]) {
        def bound = stage.bind(settings).settings()
        stage.call { it.describe(bound, moments(), { 1L } as Seeds) }.byName().correlation
    }

    double score(InstalledStage stage) {
        def bound = stage.bind([:]).settings()
        stage.call { (it as MomentMetric).correlate(bound, null as JointMoments, null) as Scores }.values().score
    }

    static String version(Path jar) {
        new JarFile(jar.toFile()).withCloseable { it.manifest.mainAttributes.getValue('Implementation-Version') }
    }

    def 'what a plugin offers is asked once, and its code is loaded with the first call'() {
        given: 'a plugin that fails when it is asked again'
        def marker = plugins.resolve('asked')
        new TinyPlugin(constructor: """
            try { java.nio.file.Files.createFile(java.nio.file.Path.of("$marker")); }
            catch (java.io.IOException again) { throw new IllegalStateException("asked twice"); }""").install(plugins)
        settle()

        when:
        def first = loadAll()
        def second = loadAll()

        then:
        first.broken() == []
        second.broken() == []
        second.plugins() == first.plugins()
        def (before, after) = [first.stages()[0], second.stages()[0]]
        [after.role(), after.name(), after.summary(), after.revision(), after.draws(), after.dependsOnThreads(), after.settings(), after.title()]
                == [Role.CORRELATION_METRIC, 'tiny-metric', 'one number', 1, false, false, before.settings(), 'correlate tiny-metric']
        after.settings()*.typeTitle() == ['number, 0 to 2']

        when:
        after.bind([:])

        then:
        def failure = thrown(PluginFailure)
        failure.message == "plugin tiny in ${plugins.resolve('tiny')} is broken: asked twice"

        when:
        Files.delete(marker)

        then:
        describe(loadAll().stages()[0]).type() == Scores
    }

    def 'a plugin whose jar changes is asked again, one whose time stamp alone changes is not'() {
        given:
        def marker = plugins.resolve('asked')
        def code = """java.nio.file.Files.writeString(java.nio.file.Path.of("$marker"), "x",
            java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);"""
        def tiny = new TinyPlugin(constructor: "try { $code } catch (java.io.IOException e) { throw new RuntimeException(e); }")
        def jar = tiny.install(plugins)
        settle()
        loadAll()

        when:
        Files.setLastModifiedTime(jar, FileTime.fromMillis(System.currentTimeMillis() - 30_000))
        loadAll()

        then:
        Files.readString(marker) == 'x'

        when:
        tiny.summary = '"another"'
        tiny.jar(jar)
        settle()

        then:
        loadAll().plugins()*.summary() == ['another']
        Files.readString(marker) == 'xx'
    }

    def 'a damaged catalogue is begun anew: #damage'() {
        given:
        new TinyPlugin().install(plugins)
        settle()
        def before = loadAll()
        def catalogue = plugins.resolve('.catalogue')
        def bytes = Files.readAllBytes(catalogue)

        when:
        Files.write(catalogue, change(bytes.clone()))
        def after = loadAll()

        then:
        after.broken() == []
        after.stages()*.title() == before.stages()*.title()
        Files.readAllBytes(catalogue) == bytes

        where:
        damage      | change
        'cut short' | { byte[] all -> Arrays.copyOf(all, all.length - 10) }
        'a bit'     | { byte[] all -> all[all.length - 30] ^= 1; all }
        'empty'     | { byte[] all -> new byte[0] }
    }

    def 'an installation that cannot be written to works without remembering'() {
        given:
        new TinyPlugin().install(plugins)
        settle()
        Files.createDirectory(plugins.resolve('.catalogue')) // nothing can be renamed to this

        expect:
        loadAll().stages()*.title() == ['correlate tiny-metric']
        loadAll().stages()*.title() == ['correlate tiny-metric']
        plugins.toFile().list().sort() == ['.catalogue', 'plugins.lock', 'tiny']
    }

    def 'two plugins with different versions of one library work side by side'() {
        given:
        def asked = 'org.apache.commons.lang3.StringUtils.class.getPackage().getImplementationVersion()'
        new TinyPlugin(name: 'new', stage: 'new-metric', libraries: [TinyPlugin.library('new')], summary: asked,
                score: 'org.apache.commons.lang3.Strings.CI.equals("A", "a") ? 1.0 : 0.0').install(plugins)
        new TinyPlugin(name: 'old', stage: 'old-metric', libraries: [TinyPlugin.library('old')], summary: asked,
                score: 'Arrays.stream(org.apache.commons.lang3.StringUtils.class.getDeclaredMethods())' +
                        '.anyMatch(method -> method.getName().equals("rotate")) ? 7.0 : 0.0',
                describing: 'try { Class.forName("org.apache.commons.lang3.Strings"); throw Refusal.of("", "Strings is there"); }' +
                        'catch (ClassNotFoundException expected) { }').install(plugins)

        when:
        def loaded = loadAll()

        then:
        loaded.broken() == []
        version(TinyPlugin.library('new')) != version(TinyPlugin.library('old'))
        loaded.plugins()*.summary() == ['new', 'old'].collect { version(TinyPlugin.library(it)) }
        loaded.stages().collect { describe(it).type() } == [Scores, Scores]
        loaded.stages().collect { score(it) } == [1.0d, 7.0d]
    }

    def 'the context class loader is that of the plugin during every call, and afterwards what it was'() {
        given: 'a plugin that refuses to work in any other context'
        def check = { String where -> """
            if (Thread.currentThread().getContextClassLoader() != TinyPlugin.class.getClassLoader()) {
                throw new IllegalStateException("another context in $where");
            }""" }
        def tiny = new TinyPlugin(constructor: check('the constructor'), describing: check('describe'),
                summary: 'Metric.context("summary")', stages: 'Metric.context(List.of(new Metric()))', score: 'context(2.0)',
                settings: """public record Settings(@Setting(value = "w", defaultValue = "1") int w) { public Settings { ${check('settings')} } }
                    static <T> T context(T value) { ${check('a method')} return value; }""")
        tiny.install(plugins)
        settle()
        def before = Thread.currentThread().contextClassLoader

        expect:
        2.times {
            def loaded = loadAll()
            assert loaded.broken() == []
            assert describe(loaded.stages()[0]).type() == Scores
            assert score(loaded.stages()[0]) == 2.0d
            assert Thread.currentThread().contextClassLoader == before
        }
        score(PluginLoader.loadOne(plugins, 'tiny').stages()[0]) == 2.0d
        Thread.currentThread().contextClassLoader == before
    }

    def 'one broken plugin does not hide the others, and says why it is broken: #cause'() {
        given:
        new TinyPlugin(name: 'good').install(plugins)
        new TinyPlugin([name: 'odd', stage: 'odd-metric'] + faults).install(plugins)

        when:
        def loaded = loadAll()

        then:
        loaded.plugins()*.name() == ['good']
        loaded.broken() == [new BrokenPlugin(plugins.resolve('odd'), cause)]

        where:
        faults                                                        | cause
        [entries: [(TinyPlugin.SERVICE): null]]                       | 'none of its jars has the file META-INF/services/org.repframework.spi.Plugin, which must name the plugin\'s class'
        [entries: [(TinyPlugin.SERVICE): 'example.Gone'.bytes]]       | 'org.repframework.spi.Plugin: Provider example.Gone not found'
        [constructor: 'if (true) throw new IllegalStateException("no licence");'] | 'no licence'
        [manifest: [:]]                                               | 'odd.jar has no Implementation-Version in its manifest'
        [manifest: ['Implementation-Version': '1', 'Rep-Framework-SPI': '9']] | 'odd.jar is built for version 9 of the SPI, and this framework has version 1; take a version of the plugin that is built for it'
        [settings: 'public record Settings(int size) {}']             | "component 'size' of example.TinyPlugin\$Metric\$Settings lacks @Setting"
        [entries: ['example/TinyPlugin$Metric.class': null]]          | 'class example.TinyPlugin$Metric is missing; is a jar incomplete?'
    }

    def 'a class that misses only when a stage is called is told with the plugin and its place'() {
        given:
        new TinyPlugin(libraries: [TinyPlugin.library('new')],
                describing: 'org.apache.commons.lang3.StringUtils.capitalize("a");').install(plugins)
        Files.delete(plugins.resolve('tiny/commons-lang3-new.jar'))

        when:
        describe(loadAll().stages()[0])

        then:
        def failure = thrown(PluginFailure)
        failure.message == "plugin tiny in ${plugins.resolve('tiny')} is broken: class org.apache.commons.lang3.StringUtils is missing; is a jar incomplete?"
    }

    def 'what is not as plugins.lock records it is told with the file and the cure'() {
        given:
        def jar = new TinyPlugin().install(plugins)
        new TinyPlugin(name: 'other', stage: 'other-metric').install(plugins)
        settle()

        expect:
        loadAll().with { [broken(), warnings(), plugins()*.name()] } == [[], [], ['other', 'tiny']]

        when: 'a jar is changed, one is added and a whole plugin is gone'
        new TinyPlugin(score: '3.0').jar(jar)
        plugins.resolve('other').toFile().deleteDir()
        new TinyPlugin(name: 'own', stage: 'own-metric').install(plugins)
        def loaded = loadAll()

        then:
        loaded.plugins()*.name() == ['own']
        loaded.warnings() == ['plugin own: own/own.jar is not recorded in plugins.lock; if you put it there, record it: rep-framework plugins verify --accept']
        loaded.broken()*.cause() == [
                'tiny/tiny.jar is not as recorded in plugins.lock; install the plugin again (plugins install FILE --replace), or accept what is there: rep-framework plugins verify --accept',
                'other/other.jar is recorded in plugins.lock and missing; install the plugin again (plugins install FILE --replace), or let it go: rep-framework plugins verify --accept']
    }

    def 'a workflow that uses a plugin that broke is told which, why and what to do'() {
        given: 'a plugin that was whole once'
        new TinyPlugin(stage: 'tiny-metric').install(plugins)
        settle()
        loadAll()
        Files.writeString(plugins.resolve('tiny/tiny.jar'), 'no jar')
        PluginLock.of(PluginLoader.directories(plugins)).write(plugins)
        def loaded = loadAll()
        def registry = new Registry([:], loaded)

        expect: 'remembered as long as it is broken'
        loadAll().broken() == loaded.broken()
        registry.broken(Role.CORRELATION_METRIC, 'other').empty
        registry.broken(Role.CORRELATION_METRIC, 'tiny-metric').get().cause() == 'tiny.jar is not a jar: zip END header not found'

        when:
        def script = Files.writeString(plugins.resolve('study.groovy'), "correlate('tiny-metric', 1, 2)\n")
        def workflow = new WorkflowLoader(registry).load(
                new PlanContext(script, '', 1L, GivenParameters.NONE, [:]), new ContentHashes(plugins.resolve('files.json')))

        then:
        workflow.problems()*.code() == [Code.BROKEN_PLUGIN]
        workflow.problems()[0].cause() == "'tiny-metric' comes from the plugin in ${plugins.resolve('tiny')}, which is broken: tiny.jar is not a jar: zip END header not found"
    }
}
