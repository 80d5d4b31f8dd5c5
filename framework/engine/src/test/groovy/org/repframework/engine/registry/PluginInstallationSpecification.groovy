package org.repframework.engine.registry

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.util.zip.ZipOutputStream
import org.repframework.engine.problem.Code
import spock.lang.Specification
import spock.lang.TempDir

class PluginInstallationSpecification extends Specification {

    @TempDir
    Path folder

    Path plugins

    def setup() {
        plugins = Files.createDirectories(folder.resolve('installation/plugins'))
        new TinyPlugin(name: 'good', stage: 'good-metric').install(plugins)
        installation().accept()
        settle()
    }

    PluginInstallation installation() {
        new PluginInstallation(plugins, [])
    }

    /** As if all had lain there for a while, and had been listed. */
    void settle() {
        plugins.toFile().eachFileRecurse { Files.setLastModifiedTime(it.toPath(), FileTime.fromMillis(1_700_000_000_000)) }
        PluginLoader.loadAll(plugins, [])
    }

    Map<String, String> everything() {
        def all = [:]
        folder.resolve('installation').toFile().eachFileRecurse { all[it.path] = it.file ? it.bytes.encodeHex().toString() : '' }
        return all
    }

    static Path jar(Path at, Map options = [:]) {
        new TinyPlugin(options).jar(at.resolve('tiny.jar'))
    }

    static Path zip(Path at, Map<String, byte[]> entries) {
        def file = at.resolve('tiny.zip')
        new ZipOutputStream(Files.newOutputStream(file)).withCloseable { zip ->
            entries.each { TinyPlugin.add(zip, it.key, it.value) }
        }
        return file
    }

    static byte[] classOfJava(int version) {
        [0xCA, 0xFE, 0xBA, 0xBE, 0, 0, 0, 44 + version, 0, 0] as byte[]
    }

    def 'a jar, or a zip with a plugin and its libraries, is installed whole and recorded'() {
        given:
        def lang = Files.readAllBytes(TinyPlugin.library('new'))
        def own = Files.readAllBytes(jar(folder, [libraries: [TinyPlugin.library('new')]]))
        def file = zip(folder, ['tiny/': new byte[0], 'tiny/tiny.jar': own, 'tiny/lang.jar': lang, 'LICENSE': 'free'.bytes])

        expect:
        installation().install(file, false) == 'tiny 1.0: correlate tiny-metric'
        plugins.toFile().list().sort() == ['.catalogue', 'good', 'plugins.lock', 'tiny']
        plugins.resolve('tiny').toFile().list().sort() == ['lang.jar', 'tiny.jar']
        Files.readAllBytes(plugins.resolve('tiny/lang.jar')) == lang
        installation().verify() == []
        PluginLoader.loadAll(plugins, []).with { [it.plugins()*.name(), it.broken(), it.warnings()] } == [['good', 'tiny'], [], []]
    }

    def 'a refusal says what is wrong and what to do, and changes nothing: #code, #cause'() {
        given:
        def file = make(folder)
        def before = everything()

        when:
        installation().install(file, false)

        then:
        def refused = thrown(PluginRefusal)
        refused.problem().code() == code
        refused.message == cause.replace('FILE', file.toString())
        refused.problem().todo() == todo
        everything() == before

        where:
        [code, make, cause, todo] << [
                [Code.NO_PLUGIN_FILE, { Path at -> at.resolve('gone.jar') },
                 'there is no file FILE', 'Give a jar, or a zip with the plugin\'s jars'],
                [Code.NOT_A_JAR, { Path at -> Files.writeString(at.resolve('tiny.txt'), 'x') },
                 'FILE is neither a .jar nor a .zip', 'Give a jar, or a zip with the plugin\'s jars'],
                [Code.NOT_A_JAR, { Path at -> Files.writeString(at.resolve('tiny.jar'), 'no jar at all') },
                 'tiny.jar is not a jar: zip END header not found', 'Copy or build it again; it may have been cut short'],
                [Code.NOT_A_JAR, { Path at -> Files.writeString(at.resolve('tiny.zip'), 'no zip at all') },
                 'FILE is not a zip: zip END header not found', 'Copy or build it again; it may have been cut short'],
                [Code.NOT_A_JAR, { Path at -> zip(at, ['link.jar': '/etc/passwd'.bytes]) },
                 'link.jar is not a jar: zip END header not found', 'Copy or build it again; it may have been cut short'],
                [Code.NO_JARS, { Path at -> zip(at, ['README': 'x'.bytes]) },
                 'FILE holds no jar', 'Put the plugin\'s jars, its own and those of its libraries, into one folder of the zip'],
                [Code.NO_JARS, { Path at -> zip(at, ['a/a.jar': 'x'.bytes, 'b/b.jar': 'x'.bytes]) },
                 'FILE holds jars in several folders: a/, b/', 'Put the plugin\'s jars, its own and those of its libraries, into one folder of the zip'],
                [Code.FRAMEWORK_CLASSES, { Path at -> jar(at, [entries: ['org/repframework/spi/Stage.class': classOfJava(17)]]) },
                 'tiny.jar contains org/repframework/spi/Stage.class; the framework\'s classes come from the framework',
                 'Declare org.repframework:* with the scope \'provided\' (the testkit: \'test\') and pack it again'],
                [Code.HOST_LIBRARY, { Path at -> jar(at, [entries: ['org/nd4j/linalg/factory/Nd4j.class': classOfJava(8)]]) },
                 'tiny.jar brings ND4J (org/nd4j/linalg/factory/Nd4j.class), which comes from the framework: one process can load its native code only once',
                 'Declare it with the scope \'provided\' and pack the plugin again'],
                [Code.HOST_LIBRARY, { Path at -> jar(at, [entries: ['org/bytedeco/openblas/linux-x86_64/libopenblas.so': 'x'.bytes]]) },
                 'tiny.jar brings JavaCPP (org/bytedeco/openblas/linux-x86_64/libopenblas.so), which comes from the framework: one process can load its native code only once',
                 'Declare it with the scope \'provided\' and pack the plugin again'],
                [Code.HOST_LIBRARY, { Path at -> jar(at, [entries: ['kotlin/Unit.class': classOfJava(8)]]) },
                 'tiny.jar brings Kotlin (kotlin/Unit.class), which plugins do without',
                 'Exclude org.jetbrains.kotlin:* from the plugin\'s dependencies and pack it again'],
                [Code.NEWER_JAVA, { Path at -> jar(at, [entries: ['example/Later.class': classOfJava(99)]]) },
                 "tiny.jar is compiled for Java 99 (example/Later.class), and this is Java ${Runtime.version().feature()}".toString(),
                 "Compile it with --release ${Runtime.version().feature()}, or start rep-framework with Java 99".toString()],
                [Code.NEWER_JAVA, { Path at -> jar(at, [manifest: ['Implementation-Version': '1.0', 'Multi-Release': 'true'],
                                                        entries: ['META-INF/versions/9/example/Later.class': classOfJava(99)]]) },
                 "tiny.jar is compiled for Java 99 (META-INF/versions/9/example/Later.class), and this is Java ${Runtime.version().feature()}".toString(),
                 "Compile it with --release ${Runtime.version().feature()}, or start rep-framework with Java 99".toString()],
                [Code.NO_SERVICE_FILE, { Path at -> jar(at, [entries: [(TinyPlugin.SERVICE): null]]) },
                 'none of tiny.jar names a plugin in META-INF/services/org.repframework.spi.Plugin',
                 'Add this file with one line: the full name of the class that implements org.repframework.spi.Plugin'],
                [Code.NO_SERVICE_FILE, { Path at -> jar(at, [entries: [(TinyPlugin.SERVICE): '# nothing\n'.bytes]]) },
                 'none of tiny.jar names a plugin in META-INF/services/org.repframework.spi.Plugin',
                 'Add this file with one line: the full name of the class that implements org.repframework.spi.Plugin'],
                [Code.NO_PLUGIN_CLASS, { Path at -> jar(at, [entries: [(TinyPlugin.SERVICE): 'example.Gone # was here'.bytes]]) },
                 'META-INF/services/org.repframework.spi.Plugin of tiny.jar names example.Gone, and there is no such class',
                 'Write the full name of the class that implements org.repframework.spi.Plugin'],
                [Code.OTHER_SPI, { Path at -> jar(at, [manifest: ['Implementation-Version': '1.0', 'Rep-Framework-SPI': '2']]) },
                 'tiny.jar is built for version 2 of the SPI, and this framework has version 1',
                 'Take a version of the plugin that is built for it, or another version of rep-framework'],
                [Code.NO_VERSION, { Path at -> jar(at, [manifest: [:]]) },
                 'tiny.jar has no Implementation-Version in its manifest',
                 'State the plugin\'s version there; reports and \'plugins list\' show it'],
                [Code.NO_STAGES, { Path at -> jar(at, [stages: 'List.of()']) },
                 'plugin tiny offers no stage', 'Return one from Plugin.stages()'],
                [Code.WRONG_SETTINGS, { Path at -> jar(at, [settings: 'public record Settings(int size) {}']) },
                 'component \'size\' of example.TinyPlugin$Metric$Settings lacks @Setting',
                 'Every component of a settings record carries @Setting and has a type that a script can give'],
                [Code.PLUGIN_FAILS, { Path at -> jar(at, [constructor: 'if (true) throw new IllegalStateException("no licence");']) },
                 'the plugin fails when it is loaded: no licence', 'Tell its author; nothing was installed'],
                [Code.PLUGIN_FAILS, { Path at -> jar(at, [entries: ['example/TinyPlugin$Metric.class': null]]) },
                 'the plugin fails when it is loaded: class example.TinyPlugin$Metric is missing; is a jar incomplete?',
                 'Tell its author; nothing was installed'],
                [Code.WRONG_PLUGIN_NAME, { Path at -> jar(at, [name: '../Tiny']) },
                 'the plugin calls itself \'../Tiny\', which is no name for one',
                 'A name has lower-case letters, digits and hyphens, and begins with a letter: subspace-match'],
                [Code.PLUGIN_INSTALLED, { Path at -> jar(at, [name: 'good']) },
                 'plugin good is installed already', 'Give --replace to have version 1.0 in its place'],
                [Code.STAGE_TWICE, { Path at -> jar(at, [stage: 'good-metric']) },
                 'plugin tiny offers correlate good-metric, and so does plugin good 1.0, which is installed',
                 'Remove that one first: rep-framework plugins remove good'],
                [Code.SEVERAL_PLUGINS, { Path at -> jar(at, [entries: [(TinyPlugin.SERVICE): 'example.TinyPlugin\nexample.TinyPlugin$Second'.bytes],
                                                             nested: 'public static final class Second implements Plugin { public String name() { return "second"; } public String summary() { return ""; } public List<Stage<?>> stages() { return List.of(); } }']) },
                 'the file holds 2 plugins: tiny, second', 'Pack each with its own jars'],
        ]
    }

    def 'a path in a zip that could be written to another place is refused: #path'() {
        given:
        def file = zip(folder, ['tiny.jar': 'x'.bytes, (path): 'x'.bytes])
        def before = everything()

        when:
        installation().install(file, false)

        then:
        def refused = thrown(PluginRefusal)
        refused.problem().code() == Code.UNSAFE_ARCHIVE
        refused.message == "$file has the entry '$shown', which $why"
        refused.problem().todo() == 'Do not trust this file; ask its author for one with plain relative paths'
        everything() == before
        !Files.exists(folder.resolve('evil.jar'))

        where:
        path                  | shown                 | why
        '../evil.jar'         | '../evil.jar'         | 'could be written to another place'
        'a/../../evil.jar'    | 'a/../../evil.jar'    | 'could be written to another place'
        '/tmp/evil.jar'       | '/tmp/evil.jar'       | 'could be written to another place'
        'C:\\evil.jar'        | 'C:\\evil.jar'        | 'could be written to another place'
        'a\\..\\evil.jar'     | 'a\\..\\evil.jar'     | 'could be written to another place'
        'a//evil.jar'         | 'a//evil.jar'         | 'could be written to another place'
        './evil.jar'          | './evil.jar'          | 'could be written to another place'
        'aux.jar'             | 'aux.jar'             | 'could be written to another place'
        'COM1'                | 'COM1'                | 'could be written to another place'
        'evil.jar '           | 'evil.jar '           | 'could be written to another place'
        'a\u0000.jar'         | 'a?.jar'              | 'could be written to another place'
        'TINY.jar'            | 'TINY.jar'            | 'is there twice'
    }

    def 'a file that is larger than allowed is refused, whatever it says of its sizes'() {
        when:
        new Unpacking(zip(folder, ['a.jar': new byte[60], 'b.jar': new byte[60]]), 100, 10).into(Files.createDirectory(folder.resolve('into')))

        then:
        def large = thrown(PluginRefusal)
        large.problem().code() == Code.ARCHIVE_TOO_LARGE
        large.message == "${folder.resolve('tiny.zip')} holds more than 100 bytes"

        when:
        new Unpacking(zip(folder, ['a.jar': new byte[1], 'b': new byte[1], 'c': new byte[1]]), 100, 2).into(folder)

        then:
        def many = thrown(PluginRefusal)
        many.problem().code() == Code.ARCHIVE_TOO_LARGE
        many.message == "${folder.resolve('tiny.zip')} has 3 entries; 2 are allowed"
    }

    def 'classes for a newer Java that this one would not load are no hindrance'() {
        expect:
        installation().install(jar(folder, options), false) == 'tiny 1.0: correlate tiny-metric'

        where:
        options << [
                [manifest: ['Implementation-Version': '1.0', 'Multi-Release': 'true'], entries: ['META-INF/versions/99/example/Later.class': classOfJava(99)]],
                [entries: ['META-INF/versions/9/example/Later.class': classOfJava(99)]],
                [manifest: ['Implementation-Version': '1.0', 'Rep-Framework-SPI': '1']],
        ]
    }

    def 'another version takes the place of an installed plugin if that is wanted'() {
        when:
        def text = installation().install(jar(folder, [name: 'good', stage: 'better-metric', manifest: ['Implementation-Version': '2.0']]), true)

        then:
        text == 'good 2.0: correlate better-metric'
        plugins.toFile().list().sort() == ['.catalogue', 'good', 'plugins.lock']
        plugins.resolve('good').toFile().list() == ['tiny.jar'] as String[]
        installation().verify() == []
        PluginLoader.loadAll(plugins, []).stages()*.title() == ['correlate better-metric']
    }

    def 'a folder that cannot be written to is named'() {
        given:
        def readOnly = Path.of(URI.create('jrt:/java.base'))

        when:
        new PluginInstallation(readOnly, []).install(jar(folder), false)

        then:
        def refused = thrown(PluginRefusal)
        refused.problem().code() == Code.READ_ONLY
        refused.message == "the folder $readOnly cannot be written to"
        refused.problem().todo() == 'Ask who installed rep-framework, or unpack a distribution of your own'
    }

    def 'what an interrupted installation left is not seen'() {
        given:
        new TinyPlugin(name: '.install-1').install(plugins)

        expect:
        PluginLoader.loadAll(plugins, []).with { [it.plugins()*.name(), it.broken(), it.warnings()] } == [['good'], [], []]
        installation().verify() == []
    }

    def 'a plugin is removed with its record, and of a link only the link'() {
        given:
        installation().install(jar(folder), false)
        def elsewhere = new TinyPlugin(name: 'elsewhere', stage: 'other').install(folder).parent
        Files.createSymbolicLink(plugins.resolve('linked'), elsewhere)

        when:
        installation().remove('tiny')
        installation().remove('linked')

        then:
        plugins.toFile().list().sort() == ['.catalogue', 'good', 'plugins.lock']
        Files.exists(elsewhere.resolve('elsewhere.jar'))
        installation().verify() == []
    }

    def 'only what is installed can be removed: #name'() {
        given:
        def before = everything()

        when:
        installation().remove(name)

        then:
        def refused = thrown(PluginRefusal)
        refused.problem().code() == Code.NO_PLUGIN
        refused.message == message
        refused.problem().possible() == ['good']
        everything() == before

        where:
        name        | message
        'goood'     | "there is no plugin 'goood' to remove; did you mean 'good'?"
        '../secret' | "there is no plugin '../secret' to remove"
        '.'         | "there is no plugin '.' to remove"
    }

    def 'every byte is verified, even where size and time are as before, and what is there can be accepted'() {
        given:
        def jar = plugins.resolve('good/good.jar')
        def bytes = Files.readAllBytes(jar)
        def time = Files.getLastModifiedTime(jar)
        bytes[bytes.length - 1] ^= 1
        Files.write(jar, bytes)
        Files.setLastModifiedTime(jar, time)
        new TinyPlugin(name: 'own', stage: 'own').install(plugins)

        expect:
        PluginLoader.loadAll(plugins, []).broken() == []
        installation().verify()*.kind() == [LockFinding.Kind.CHANGED, LockFinding.Kind.UNLISTED]
        installation().verify()*.files() == [['good/good.jar'], ['own/own.jar']]

        when:
        installation().accept()

        then:
        installation().verify() == []
        Files.readAllLines(plugins.resolve('plugins.lock'))*.substring(64) == ['  good/good.jar', '  own/own.jar']
    }

    def 'a damaged plugins.lock is told with the line and the cure'() {
        given:
        Files.writeString(plugins.resolve('plugins.lock'), 'nonsense\n')

        when:
        PluginLoader.loadAll(plugins, [])

        then:
        def refused = thrown(PluginRefusal)
        refused.problem().code() == Code.WRONG_LOCK
        refused.message == "${plugins.resolve('plugins.lock')} is damaged: 'nonsense' is no SHA-256 sum and path"
        refused.problem().todo() == 'Record anew what is there: rep-framework plugins verify --accept'

        when:
        installation().accept()

        then:
        PluginLoader.loadAll(plugins, []).plugins()*.name() == ['good']
    }
}
