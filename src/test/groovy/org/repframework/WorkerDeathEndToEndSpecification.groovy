package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider
import org.repframework.Distribution.Result
import spock.lang.Specification
import spock.lang.TempDir

/** Workers that die while others work: by a full heap, a crash of native code, a signal, an exit. */
class WorkerDeathEndToEndSpecification extends Specification {

    static final PLUGIN = '''\
        package example;
        import java.util.*;
        import org.repframework.spi.*;
        public final class DoomedPlugin implements Plugin {
            public String name() { return "doomed"; }
            public String summary() { return "for specifications"; }
            public List<Stage<?>> stages() { return List.of(new Doomed()); }
            static final class Doomed implements DatasetSource<Doomed.Settings> {
                static final ImageShape SHAPE = new ImageShape(2, 2, 1);
                public record Settings(@Setting("how its worker ends") String end, @Setting("tells tasks apart") int number) {}
                public String name() { return "doomed"; }
                public String summary() { return "ends its worker"; }
                public Class<Settings> settings() { return Settings.class; }
                public Description.OfDataset describe(Settings settings) {
                    var images = new Description.OfExamples(List.of(1, 1), SHAPE, List.of("a", "b"));
                    return new Description.OfDataset(images, images);
                }
                public Dataset load(Settings settings, StageContext context) throws StageFailure, java.io.IOException {
                    switch (settings.end()) {
                        case "failure" -> throw new StageFailure("as it was told to");
                        case "heap" -> fill();
                        case "crash" -> signal("SEGV");
                        case "kill" -> signal("KILL");
                        case "exit" -> System.exit(17);
                        default -> {}
                    }
                    var writer = Pixels.create(context.scratch().resolve("images.npy"), 2, SHAPE);
                    for (var i = 0; i < 2; i++) writer.add(new byte[] {(byte) settings.number(), 0, 0, (byte) i});
                    var images = new Examples(writer.finish(), IntVector.of(0, 1), List.of("a", "b"));
                    return new Dataset(images, images);
                }
                private static void fill() {
                    var all = new ArrayList<long[]>();
                    while (true) all.add(new long[1 << 24]);
                }
                private static void signal(String name) throws java.io.IOException {
                    new ProcessBuilder("kill", "-" + name, Long.toString(ProcessHandle.current().pid())).start();
                    try { Thread.sleep(60_000); } catch (InterruptedException stopped) { throw new IllegalStateException(stopped); }
                }
            }
        }
        '''.stripIndent()

    static final ENDS = ['live', 'heap', 'live', 'crash', 'live', 'kill', 'live', 'failure', 'live', 'exit', 'live']

    @TempDir
    Path folder

    def 'a worker that dies fails its task with the reason, is replaced, and takes no other task with it'() {
        given:
        def own = Distribution.built().copy(folder.resolve('own'))
        assert own.run(folder, 'plugins', 'install', plugin(own)).exit == 0
        Files.writeString(folder.resolve('study.groovy'), """\
            ${ENDS.inspect()}.eachWithIndex { end, number ->
                show "\$number \$end", dataset('doomed', end: end, number: number)
            }
            """.stripIndent())

        when:
        def result = own.run(folder, 'run', 'study.groovy', '--workers', '2')
        def failed = failures(result)

        then:
        result.exit == 1
        failed.keySet().toList() == ['dataset-2', 'dataset-4', 'dataset-6', 'dataset-8', 'dataset-10']
        failed['dataset-2'].contains("its worker ran out of memory (Java's heap); use a smaller batch or fewer workers: --workers 1")
        failed['dataset-4'] =~ /its worker crashed in native code; where, says \S+\/crash-\d+\.log;/
        failed['dataset-6'].contains('its worker was killed (signal 9)')
        failed['dataset-8'].endsWith('as it was told to')
        failed['dataset-10'].contains('its worker ended before its task did (exit status 17)')
        result.out.contains('not complete: 6 ran, 0 cached, 5 failed, 0 skipped')

        and: 'what a dying JVM says is in the logs, and nowhere else'
        folder.resolve('.rep/work/logs').toFile().list().count { it ==~ /crash-\d+\.log/ } == 1
        folder.toFile().list().every { !(it =~ /hs_err|core/) }
    }

    static Map<String, String> failures(Result result) {
        result.err.readLines().findAll { it.startsWith('failed: ') }
                .collectEntries { line -> [(line =~ /dataset-\d+/)[0], line] }
                .sort { it.key.split('-')[1] as int }
    }

    Path plugin(Distribution distribution) {
        def classes = Files.createDirectories(folder.resolve('classes'))
        def source = Files.writeString(folder.resolve('DoomedPlugin.java'), PLUGIN)
        def jars = distribution.home.resolve('lib').toFile().listFiles().findAll { it.name.startsWith('rep-spi') }
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-cp', jars.join(File.pathSeparator),
                '-d', classes.toString(), source.toString()) == 0
        Files.createDirectories(classes.resolve('META-INF/services'))
        Files.writeString(classes.resolve('META-INF/services/org.repframework.spi.Plugin'), 'example.DoomedPlugin\n')
        def manifest = new Manifest(new ByteArrayInputStream('Manifest-Version: 1.0\nImplementation-Version: 1.0\n'.bytes))
        def jar = folder.resolve('doomed.jar')
        new JarOutputStream(Files.newOutputStream(jar), manifest).withCloseable { stream ->
            classes.toFile().eachFileRecurse { file ->
                if (file.file) {
                    stream.putNextEntry(new JarEntry(classes.relativize(file.toPath()).toString().replace('\\', '/')))
                    stream.write(file.bytes)
                }
            }
        }
        jar
    }
}
