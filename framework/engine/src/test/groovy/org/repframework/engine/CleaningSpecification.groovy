package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.store.ArtifactCodec
import org.repframework.engine.store.Pace
import org.repframework.engine.store.Cleaning
import org.repframework.engine.store.Finding
import org.repframework.engine.store.Json
import org.repframework.engine.store.OutputFolder
import org.repframework.engine.store.Store
import org.repframework.engine.store.TaskRecord
import org.repframework.spi.CorrelationMatrix
import org.repframework.spi.Matrix
import spock.lang.Specification
import spock.lang.TempDir

class CleaningSpecification extends Specification {

    static final KEPT = 'ab' * 32
    static final UNKEPT = 'cd' * 32

    @TempDir
    Path folder

    Store store

    def setup() {
        store = new Store(folder.resolve('store'))
        keep(KEPT, 0.25d)
        keep(UNKEPT, 0.5d)
    }

    TaskRecord keep(String key, double value) {
        def outputs = new OutputFolder(folder.resolve('outputs'), store)
        def json = ArtifactCodec.encode(new CorrelationMatrix('pearson', Matrix.of(1, 1, value), 9, [], []), outputs)
        def record = new TaskRecord(key, 'a call', Json.CANONICAL.readTree('{"stage":"x"}'),
                [out: new TaskRecord.Output('CorrelationMatrix', json)], outputs.objects(), [], 1d, Pace.UNKNOWN, [:],
                new TaskRecord.Origin('study', 'task-1', 'x', '1.0', 0, '2026-11-23T20:00:00Z'))
        store.commit(record, folder.resolve('outputs'))
        return record
    }

    List<Path> files(Path root) {
        Files.walk(root).withCloseable { it.filter { Files.isRegularFile(it) }.toList().toSorted() }
    }

    def 'what is kept stays whole, everything else goes, and nothing goes before it is said'() {
        given:
        Files.writeString(Files.createDirectories(store.root().resolve('quarantine')).resolve('broken.npy'), 'x')
        Files.writeString(Files.createDirectories(store.work().resolve('ab/attempt-1')).resolve('task.json'), '{}')
        Files.writeString(store.root().resolve('objects/ab').tap { Files.createDirectories(it) }.resolve('notes.txt'), 'mine')
        def before = files(store.root())

        when:
        def cleaning = new Cleaning(store, [KEPT] as Set)

        then:
        files(store.root()) == before
        cleaning.wastes()*.kind() == ['records of tasks that no run refers to', 'files of no record', 'damaged files set aside',
                'left by unfinished tasks']
        cleaning.wastes()*.files()*.size() == [1, 1, 1, 1]
        cleaning.bytes() == before.findAll { it in cleaning.wastes()*.files().flatten() }.sum { Files.size(it) }

        when:
        cleaning.remove()
        def fresh = new Store(store.root())

        then:
        fresh.find(KEPT, true) instanceof Finding.Known
        fresh.find(UNKEPT, true) instanceof Finding.Unknown
        !Files.exists(store.work().resolve('ab'))
        Files.exists(store.root().resolve('objects/ab/notes.txt'))
        fresh.index().read(['x'])['x']*.key() == [KEPT]
        new Cleaning(store, [KEPT] as Set).wastes() == []
    }

    def 'a file that a kept record shares with a removed one stays'() {
        given:
        keep('ef' * 32, 0.25d)

        when:
        new Cleaning(store, [KEPT] as Set).remove()

        then:
        new Store(store.root()).find(KEPT, true) instanceof Finding.Known
        new Store(store.root()).find('ef' * 32, true) instanceof Finding.Unknown
    }

    def 'a link #where is left alone, and nothing behind it is touched'() {
        given:
        def name = 'ff' * 32
        def outside = Files.createDirectories(folder.resolve('outside/ff'))
        ['.json', '.npy', '.tmp'].each { Files.writeString(outside.resolve(name + it), 'precious') }
        def link = store.root().resolve(place)
        if (Files.exists(link)) {
            Files.move(link, folder.resolve('moved away'))
        }
        Files.createDirectories(link.parent)
        Files.createSymbolicLink(link, target ? outside.resolve(name + target) : place.contains('/') ? outside : outside.parent)

        when:
        def cleaning = new Cleaning(store, [] as Set)
        cleaning.remove()

        then:
        cleaning.links()*.fileName*.toString() == [link.fileName.toString()]
        Files.isSymbolicLink(link)
        ['.json', '.npy', '.tmp'].every { Files.readString(outside.resolve(name + it)) == 'precious' }

        where:
        where                        | place                               | target
        'in place of the objects'    | 'objects'                           | ''
        'in place of a shelf'        | 'objects/ff'                        | ''
        'in place of an object'      | 'objects/ff/' + 'ff' * 32 + '.npy'  | '.npy'
        'in place of the records'    | 'tasks'                             | ''
        'in place of a record shelf' | 'tasks/ff'                          | ''
        'in place of a record'       | 'tasks/ff/' + 'ff' * 32 + '.json'   | '.json'
        'in place of the work'       | 'work'                              | ''
        'inside the work'            | 'work/ff'                           | ''
        'in place of the quarantine' | 'quarantine'                        | ''
        'inside the quarantine'      | 'quarantine/' + 'ff' * 32 + '.npy'  | '.npy'
    }

    def 'a link that comes up after the look stops the deletion'() {
        given:
        def outside = Files.createDirectories(folder.resolve('outside'))
        def shelf = store.recordFile(UNKEPT).parent
        def precious = Files.writeString(outside.resolve(UNKEPT + '.json'), 'precious')
        def cleaning = new Cleaning(store, [KEPT] as Set)

        when:
        Files.move(shelf, folder.resolve('moved away'))
        Files.createSymbolicLink(shelf, outside)
        cleaning.remove()

        then:
        thrown(IOException)
        Files.readString(precious) == 'precious'
    }

    def 'a store behind a link of the user is cleaned like any other'() {
        given:
        def link = Files.createSymbolicLink(folder.resolve('link'), store.root())

        when:
        new Cleaning(new Store(link), [KEPT] as Set).remove()

        then:
        new Store(link).find(KEPT, true) instanceof Finding.Known
        !Files.exists(store.recordFile(UNKEPT))
    }
}
