package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.Attributes
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider
import spock.lang.Specification
import spock.lang.TempDir

/** A plugin whose metric gives another number than in the run that is reproduced. */
class ReproductionEndToEndSpecification extends Specification {

    static final SCRIPT = '''\
        def images = dataset('synthetic', train: 40, test: 40, classes: 4)
        def net = train('sgd', images.train, network: 'mlp', epochs: 1)
        def units = record('units', net, images.test, layer: 'fc3')
        show 'Constant', correlate('constant', units, units)
        '''.stripIndent()

    @TempDir
    Path folder

    static String source(double value) {
        """\
        package example;

        import java.util.List;
        import java.util.Map;
        import org.repframework.spi.*;

        public final class ConstantPlugin implements Plugin {
            public String name() { return "constant"; }
            public String summary() { return "a number"; }
            public List<Stage<?>> stages() { return List.of(new Constant()); }

            static final class Constant implements MomentMetric<Constant.Settings> {
                public record Settings() {}
                public String name() { return "constant"; }
                public String summary() { return "a number"; }
                public Class<Settings> settings() { return Settings.class; }
                public Description describe(Settings settings, RecordingDescription x, RecordingDescription y) {
                    return Description.of(Scores.class);
                }
                public Scores correlate(Settings settings, JointMoments moments, StageContext context) {
                    return new Scores(Map.of("value", $value));
                }
            }
        }
        """.stripIndent()
    }

    /** Version 1.0 for all of them: the author forgot to raise the revision. */
    void install(double value, Distribution target) {
        def file = Files.writeString(Files.createDirectories(folder.resolve('source/example')).resolve('ConstantPlugin.java'), source(value))
        def classes = Files.createDirectories(folder.resolve('classes'))
        def spi = target.home.resolve('lib').toRealPath().toFile().listFiles().find { it.name.startsWith('rep-spi') }
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-cp', spi.path, '-d',
                classes.toString(), file.toString()) == 0
        def manifest = new Manifest()
        manifest.mainAttributes.put(Attributes.Name.MANIFEST_VERSION, '1.0')
        manifest.mainAttributes.put(Attributes.Name.IMPLEMENTATION_VERSION, '1.0')
        def directory = Files.createDirectories(target.home.resolve('plugins/constant'))
        new JarOutputStream(Files.newOutputStream(directory.resolve('constant.jar')), manifest).withCloseable { jar ->
            jar.putNextEntry(new JarEntry('META-INF/services/org.repframework.spi.Plugin'))
            jar.write('example.ConstantPlugin'.bytes)
            classes.resolve('example').toFile().listFiles().each {
                jar.putNextEntry(new JarEntry("example/$it.name"))
                jar.write(it.bytes)
            }
        }
    }

    def 'a result of another plugin is told by how much it is off, and whether that is within the tolerance'() {
        given:
        def own = Distribution.built().copy(folder.resolve('own'))
        install(2, own)
        Files.writeString(folder.resolve('study.groovy'), SCRIPT)
        assert own.run(folder, 'run', 'study.groovy').exit == 0

        when:
        install(2.000001, own)
        def near = own.run(folder, 'reproduce', 'latest')

        then:
        near.exit == 0
        near.out.readLines().tail() == [
                'correlate-1  correlation  within 1.0e-06 (relative 5.0e-07)',
                '5 artifacts: 4 bit-identical, 1 within a relative difference of 1.0E-6, 0 different']

        when:
        install(4, own)
        def far = own.run(folder, 'reproduce', 'latest')

        then:
        far.exit == 1
        far.out.readLines().tail() == [
                'correlate-1  correlation  different: by 2.0 (relative 0.50)',
                '5 artifacts: 4 bit-identical, 0 within a relative difference of 1.0E-6, 1 different']
    }
}
