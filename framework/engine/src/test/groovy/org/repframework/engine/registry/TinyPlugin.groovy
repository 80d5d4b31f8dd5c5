package org.repframework.engine.registry

import java.nio.file.Files
import java.nio.file.Path
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream
import javax.tools.ToolProvider
import org.repframework.spi.Plugin

/** A plugin with one metric, compiled and packed as a specification wants it. */
class TinyPlugin {

    static final SERVICE = 'META-INF/services/org.repframework.spi.Plugin'

    private static final Map<String, Map<String, byte[]>> COMPILED = [:]

    String name = 'tiny'
    String stage = 'tiny-metric'
    /** Java expressions. */
    String summary = '"for specifications"'
    String score = '1.0'
    /** Java code. */
    String settings = 'public record Settings(@Setting(value = "how much", defaultValue = "1", min = 0, max = 2) double weight) {}'
    String stages = 'List.of(new Metric())'
    String constructor = ''
    String describing = ''
    String nested = ''
    Map<String, String> manifest = ['Implementation-Version': '1.0']
    /** More entries of the jar, names to bytes; null: the entry is left out. */
    Map<String, byte[]> entries = [:]
    List<Path> libraries = []

    static Path library(String age) {
        Path.of("target/libraries/commons-lang3-${age}.jar").toAbsolutePath()
    }

    static Path host(Class<?> type) {
        Path.of(type.protectionDomain.codeSource.location.toURI())
    }

    /** The jar, with a plugin directory around it if {@code plugins} is one. */
    Path install(Path plugins) {
        def directory = Files.createDirectories(plugins.resolve(name))
        libraries.each { Files.copy(it, directory.resolve(it.fileName)) }
        return jar(directory.resolve("${name}.jar"))
    }

    Path jar(Path target) {
        def all = [(SERVICE): 'example.TinyPlugin\n'.bytes] + compile() + entries
        def lines = ['Manifest-Version: 1.0'] + manifest.collect { key, value -> "$key: $value" }
        new ZipOutputStream(Files.newOutputStream(target)).withCloseable { zip ->
            add(zip, 'META-INF/MANIFEST.MF', (lines.join('\r\n') + '\r\n').bytes)
            all.findAll { it.value != null }.each { add(zip, it.key, it.value) }
        }
        return target
    }

    static void add(ZipOutputStream zip, String name, byte[] content) {
        zip.putNextEntry(new ZipEntry(name).tap { time = 0 })
        zip.write(content)
    }

    Map<String, byte[]> compile() {
        COMPILED.computeIfAbsent(source() + libraries) { compileNew() }
    }

    private Map<String, byte[]> compileNew() {
        def folder = Files.createTempDirectory('tiny-plugin')
        def source = Files.writeString(folder.resolve('TinyPlugin.java'), source())
        def path = ([host(Plugin)] + libraries).join(File.pathSeparator)
        def messages = new ByteArrayOutputStream()
        def exit = ToolProvider.systemJavaCompiler.run(null, null, messages, '--release', '17', '-cp', path,
                '-d', folder.toString(), source.toString())
        assert exit == 0: messages
        def classes = [:]
        folder.toFile().eachFileRecurse { file ->
            if (file.name.endsWith('.class')) {
                classes[folder.relativize(file.toPath()).toString().replace('\\', '/')] = file.bytes
            }
        }
        folder.toFile().deleteDir()
        return classes
    }

    String source() {
        """\
        package example;
        import java.util.*;
        import org.repframework.spi.*;
        public final class TinyPlugin implements Plugin {
            public TinyPlugin() { $constructor }
            public String name() { return "$name"; }
            public String summary() { return $summary; }
            public List<Stage<?>> stages() { return $stages; }
            $nested
            static final class Metric implements MomentMetric<Metric.Settings> {
                $settings
                public String name() { return "$stage"; }
                public String summary() { return "one number"; }
                public Class<Settings> settings() { return Settings.class; }
                public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
                    $describing
                    return Description.of(Scores.class);
                }
                public Scores correlate(Settings settings, JointMoments moments, StageContext context) {
                    return new Scores(Map.of("score", $score));
                }
            }
        }
        """.stripIndent()
    }
}
