package org.repframework.engine.execution

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.execution.JobDirectory.Job
import org.repframework.engine.execution.JobDirectory.JobInput
import org.repframework.engine.execution.JobDirectory.JobTask
import org.repframework.engine.registry.PluginLoader
import org.repframework.engine.registry.PluginLock
import org.repframework.engine.registry.TinyPlugin
import org.repframework.engine.store.ArtifactCodec
import org.repframework.engine.store.Json
import org.repframework.engine.store.OutputFolder
import org.repframework.engine.store.Pace
import org.repframework.engine.store.Store
import org.repframework.engine.store.TaskRecord
import org.repframework.spi.Architecture
import org.repframework.spi.Layer
import org.repframework.spi.Artifact
import org.repframework.spi.Examples
import org.repframework.spi.ImageShape
import org.repframework.spi.IntVector
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.Pixels
import org.repframework.spi.Role
import spock.lang.Specification
import spock.lang.TempDir

class JobRunnerSpecification extends Specification {

    static final RECORDER = '''
        static final class Looks implements PatchRecorder<Looks.Settings> {
            public record Settings(@Setting("the layer") String layer) {}
            public String name() { return "looks"; }
            public String summary() { return "warns of every layer but conv1"; }
            public Class<Settings> settings() { return Settings.class; }
            public Description describe(Settings settings, Description.OfNetwork network, Description.OfExamples images) {
                return Description.of(Images.class);
            }
            public List<Images> record(List<Recording<Settings>> recordings, Examples images, StageContext context) {
                context.warn("so few images");
                var results = new ArrayList<Images>();
                for (var recording : recordings) {
                    var layer = recording.settings().layer();
                    if (!layer.equals("conv1")) {
                        context.warn(results.size(), layer + " is silent");
                    }
                    results.add(new Images(layer, List.of(), images.pixels()));
                }
                return results;
            }
        }'''

    @TempDir
    Path folder

    def 'a warning of one recording stands with it alone, and one of the pass with all that share it'() {
        given:
        def plugins = folder.resolve('plugins')
        new TinyPlugin(stages: 'List.of(new Looks())', nested: RECORDER).install(plugins)
        PluginLock.of(PluginLoader.directories(plugins)).write(plugins)
        def store = new Store(folder.resolve('store'))
        def inputs = [input(store, 'network', 'aa', network()), input(store, 'images', 'bb', images())]
        def tasks = ['conv1', 'fc2', 'conv1'].withIndex().collect { layer, i ->
            new JobTask("0$i" * 32, [[layer: layer]], inputs, 1, null)
        }
        def directory = new JobDirectory(Files.createDirectories(folder.resolve('job')))
        directory.write(new Job(folder.resolve('store').toString(), plugins.toString(), 'tiny', Role.ACTIVATION_RECORDER, 'looks',
                null, 1, folder.resolve('scratch').toString(), tasks))

        when:
        new JobRunner().run(directory, {})

        then:
        directory.readResult().get().results()*.warnings() == [['so few images'], ['so few images', 'fc2 is silent'], ['so few images']]
    }

    private JobInput input(Store store, String name, String digits, Artifact artifact) {
        def key = digits * 32
        def outputs = folder.resolve("outputs-$name")
        def files = new OutputFolder(outputs, store)
        def encoded = new TaskRecord.Output(artifact.class.simpleName, ArtifactCodec.encode(artifact, files))
        store.commit(new TaskRecord(key, name, Json.CANONICAL.readTree('{}'), [(name): encoded], files.objects(), [], 1d,
                new Pace('', 0, []), [:], new TaskRecord.Origin('study', name, name, '1.0', 0, '2026-11-24T20:00:00Z')), outputs)
        return new JobInput(name, [:], key, name, [])
    }

    private Network network() {
        def architecture = new Architecture('tiny', new ImageShape(4, 4, 1), [
                new Layer.Convolution('conv1', 4, 3, Layer.Activation.RELU), new Layer.Dense('fc2', 2, Layer.Activation.IDENTITY)])
        new Network(architecture, ['cat', 'dog'], new Network.Normalisation([0d], [1d]), 0, Matrix.of(4, 9, new double[36]),
                Files.writeString(folder.resolve('model.zip'), 'weights'))
    }

    private Examples images() {
        def writer = Pixels.create(folder.resolve('pixels.npy'), 1, new ImageShape(4, 4, 1))
        writer.add(new byte[16])
        new Examples(writer.finish(), IntVector.of(0), ['cat', 'dog'])
    }
}
