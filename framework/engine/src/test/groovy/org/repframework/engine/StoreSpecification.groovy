package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import java.nio.file.attribute.FileTime
import java.time.Instant
import org.repframework.engine.store.ArtifactCodec
import org.repframework.engine.store.AtomicFiles
import org.repframework.engine.store.ContentHashes
import org.repframework.engine.store.Finding
import org.repframework.engine.store.Json
import org.repframework.engine.store.OutputFolder
import org.repframework.engine.store.Pace
import org.repframework.engine.store.Store
import org.repframework.engine.store.StoreLock
import org.repframework.engine.store.TaskRecord
import org.repframework.spi.Architecture
import org.repframework.spi.Artifact
import org.repframework.spi.CanonicalCorrelations
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Curve
import org.repframework.spi.Dataset
import org.repframework.spi.Examples
import org.repframework.spi.Frequency
import org.repframework.spi.FrequencyMoments
import org.repframework.spi.FrequencySimilarity
import org.repframework.spi.ImageShape
import org.repframework.spi.IntVector
import org.repframework.spi.JointMoments
import org.repframework.spi.Layer
import org.repframework.spi.LengthMoments
import org.repframework.spi.Matching
import org.repframework.spi.Matrix
import org.repframework.spi.Network
import org.repframework.spi.Pixels
import org.repframework.spi.Scores
import org.repframework.spi.Similarity
import org.repframework.spi.Table
import spock.lang.Specification
import spock.lang.TempDir

class StoreSpecification extends Specification {

    static final KEY = 'ab' * 32

    @TempDir
    Path folder

    Store store

    def setup() {
        store = new Store(folder.resolve('store'))
    }

    /** Commits an artifact and gives its record. */
    TaskRecord keep(Artifact artifact, String key = KEY) {
        def outputs = new OutputFolder(folder.resolve('outputs'), store)
        def value = ArtifactCodec.encode(artifact, outputs)
        def record = new TaskRecord(key, 'a call', Json.CANONICAL.readTree('{"stage":"x"}'),
                [out: new TaskRecord.Output(artifact.class.simpleName, value)], outputs.objects(), ['a warning'], 1.5d, new Pace('images', 20, [new Pace.Mark(0, 0.25d), new Pace.Mark(10, 0.75d)]),
                [java: '17'],
                new TaskRecord.Origin('study', 'task-1', 'x', '1.0', 0, '2026-11-23T20:00:00Z'))
        store.commit(record, folder.resolve('outputs'))
        return record
    }

    Pixels pixels(int count) {
        def writer = Pixels.create(folder.resolve("pixels-${count}.npy"), count, new ImageShape(2, 1, 3))
        count.times { image -> writer.add((0..<6).collect { (byte) (image * 6 + it) } as byte[]) }
        return writer.finish()
    }

    static byte[] image(Pixels pixels, int index) {
        def bytes = new byte[pixels.shape().size()]
        pixels.read(index, bytes, 0)
        return bytes
    }

    def 'every kind of artifact comes back as it was'() {
        given:
        def correlation = new CorrelationMatrix('pearson', Matrix.of(2, 2, 0.1d, -1, 1 / 3d, 0), 100, [1], [])
        def file = Files.writeString(folder.resolve('model.zip'), 'weights')
        def architecture = new Architecture('tiny', new ImageShape(4, 4, 1), [
                new Layer.Convolution('conv1', 2, 3, Layer.Activation.RELU), new Layer.MaxPooling('pool1', 2),
                new Layer.Dense('fc2', 2, Layer.Activation.IDENTITY)])
        def row = Matrix.row(1, 2)
        def square = Matrix.of(2, 2, 4, 1, 1, 3)

        expect:
        keep(artifact(correlation, architecture, file, row, square))
        def read = store.read(KEY, 'out')
        read instanceof Network
                ? read.architecture() == architecture && Files.readString(read.model()) == 'weights'
                : read == artifact(correlation, architecture, file, row, square)

        where:
        artifact << [
                { c, a, f, r, s -> c },
                { c, a, f, r, s -> new Matching('bipartite', [new Matching.Pair(0, 1, -1)], c) },
                { c, a, f, r, s -> new Network(a, ['x', 'y'], new Network.Normalisation([127.5d], [60d]), 1, s, f) },
                { c, a, f, r, s -> new JointMoments(7, r, r, s, s, s, r, r, new LengthMoments(1d, 1e300d, 1 / 3d, r, r, r, r)) },
                { c, a, f, r, s -> new Similarity('cka', 0.5d, 7, 2, 2, [deadX: 1d, rankX: 2d]) },
                { c, a, f, r, s -> new CanonicalCorrelations('svcca', 0.5d, [0.9d, 0.1d], 7, 2, 2, 1, 0, 2, 2, 3d, 1e300d) },
                { c, a, f, r, s -> new FrequencyMoments(7, [new Frequency(0, 0, 1), new Frequency(-1, 2, 2)], Matrix.row(1), Matrix.row(2),
                        *([new FrequencyMoments.Products(Matrix.of(2, 1, 1, 2), Matrix.of(2, 1, 0, 1 / 3d))] * 3)) },
                { c, a, f, r, s -> new FrequencySimilarity('cka', 0.5d, 7, 2, 2, [new FrequencySimilarity.At(new Frequency(0, 0, 1), 0.5d, [deadX: 1d, keptX: 2d])], [new Frequency(-1, 2, 2)]) },
                { c, a, f, r, s -> new Scores([loss: 1e-17d, accuracy: 0.5d]) },
                { c, a, f, r, s -> new Table(['name', 'n', 'x', 'ok'], [['a', 3, 1.0d, true]]) },
                { c, a, f, r, s -> new Curve('epoch', [1d, 2d], [new Curve.Series('loss', [2d, 1d])]) },
        ]
    }

    def 'the halves of a data set share its file in the store'() {
        given:
        def whole = new Examples(pixels(4), IntVector.of(0, 1, 0, 1), ['a', 'b'])
        keep(new Dataset(whole, whole))
        def kept = store.read(KEY, 'out').part('train')

        when:
        def half = new Examples(kept.pixels().select(IntVector.of(3, 1)), IntVector.of(0, 0), ['b'])
        keep(new Dataset(half, half), 'cd' * 32)
        def read = store.read('cd' * 32, 'out').part('test')

        then:
        image(read.pixels(), 0) == image(whole.pixels(), 3)
        image(read.pixels(), 1) == image(whole.pixels(), 1)
        read.pixels().file() == kept.pixels().file()
    }

    def 'a result whose #what is found damaged, set aside, and can be kept again'() {
        given:
        def record = keep(new CorrelationMatrix('pearson', Matrix.of(1, 1, 0.5d), 9, [], []))
        def object = store.object(record.objects()[0].name())
        def recordFile = store.root().resolve('tasks/ab').resolve(KEY + '.json')

        when:
        damage(object, recordFile)
        def finding = store.find(KEY, true)

        then:
        finding instanceof Finding.Damaged

        when:
        store.setAside(finding)
        keep(new CorrelationMatrix('pearson', Matrix.of(1, 1, 0.5d), 9, [], []))

        then:
        store.find(KEY, true) instanceof Finding.Known
        store.read(KEY, 'out').values().at(0, 0) == 0.5d

        where:
        what                   | damage
        'array is cut short'   | { npy, json -> Files.write(npy, Files.readAllBytes(npy)[0..<100] as byte[]) }
        'array is altered'     | { npy, json -> flip(npy, 130) }
        'array is gone'        | { npy, json -> Files.delete(npy) }
        'record is cut short'  | { npy, json -> Files.write(json, Files.readAllBytes(json)[0..<50] as byte[]) }
        'record is altered'    | { npy, json -> Files.writeString(json, Files.readString(json).replace('1.5', '1.6')) }
        'record is empty'      | { npy, json -> Files.write(json, new byte[0]) }
    }

    static void flip(Path file, int position) {
        def bytes = Files.readAllBytes(file)
        bytes[position] = (byte) (bytes[position] ^ 1)
        Files.write(file, bytes)
    }

    def 'numpy can open the arrays: the header is as its format says'() {
        given:
        def record = keep(new CorrelationMatrix('pearson', Matrix.of(1, 2, 0.5d, 2), 9, [], []))
        def bytes = Files.readAllBytes(store.object(record.objects()[0].name()))

        expect:
        new String(bytes, 1, 5, 'US-ASCII') == 'NUMPY'
        bytes[6] == 1 && bytes[7] == 0
        new String(bytes, 10, 118, 'US-ASCII').strip() == "{'descr': '<f8', 'fortran_order': False, 'shape': (1, 2), }"
        bytes.length == 128 + 16
        bytes[127] == (byte) '\n'
    }

    def 'one process at a time writes into a store'() {
        given:
        def lock = StoreLock.acquire(store)

        when:
        StoreLock.acquire(store)

        then:
        def busy = thrown(StoreLock.StoreBusy)
        busy.message.contains(ProcessHandle.current().pid().toString())

        when:
        lock.close()
        StoreLock.acquire(store).close()

        then:
        noExceptionThrown()
    }

    def 'deleting follows no link and leaves no given root'() {
        given:
        def root = Files.createDirectories(folder.resolve('root/inner'))
        def precious = Files.writeString(Files.createDirectory(folder.resolve('outside')).resolve('precious'), 'x')
        Files.createSymbolicLink(root.resolve('link'), precious.parent)

        when:
        AtomicFiles.deleteInside(folder.resolve('root'), root)

        then:
        !Files.exists(root)
        Files.exists(precious)

        when:
        AtomicFiles.deleteInside(folder.resolve('root'), folder.resolve('root/../outside'))

        then:
        thrown(IOException)
        Files.exists(precious)
    }

    def 'the hash of a folder is that of its content, and an edited file is noticed'() {
        given:
        def images = Files.createDirectories(folder.resolve('images/cats'))
        Files.writeString(images.resolve('a.png'), 'one')
        def memory = folder.resolve('files.json')
        settle(images.resolve('a.png'))
        def hashes = new ContentHashes(memory)
        def before = hashes.of(images.parent)
        hashes.save()

        expect:
        new ContentHashes(memory).of(images.parent) == before

        when:
        Files.writeString(images.resolve('a.png'), 'two')

        then:
        new ContentHashes(memory).of(images.parent) != before

        when:
        Files.writeString(images.resolve('a.png'), 'one')

        then:
        new ContentHashes(memory).of(images.parent) == before
    }

    static void settle(Path file) {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(60)))
    }
}
