package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.Attributes
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import java.util.jar.Manifest
import javax.tools.ToolProvider
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import tools.jackson.databind.json.JsonMapper

/** What README and guide show is run. */
class DocumentationEndToEndSpecification extends Specification {

    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    static List<String> blocks(String file, String language) {
        def text = Files.readString(Distribution.root().resolve(file))
        return text.findAll(/(?s)```$language\n.*?```/).collect { it.readLines().drop(1).dropRight(1).join('\n') }
    }

    def 'the workflow of the README is right and has about thirty lines'() {
        given:
        def workflow = blocks('README.md', 'groovy')[0]
        Files.writeString(folder.resolve('my.groovy'), workflow)

        expect:
        def result = distribution.run(folder, 'check', 'my.groovy')
        result.exit == 0
        result.out.startsWith('my.groovy is right')
        workflow.readLines().size() <= 32
    }

    def 'every verb of the guide exists'() {
        given:
        def guide = Files.readString(Distribution.root().resolve('src/docs/guide.md'))
        def stages = distribution.run(folder, 'stages').out

        expect:
        def calls = guide.findAll(/\| `(\w+)\('([\w-]+)'/) { all, verb, stage -> "$verb('$stage'" }
        calls.size() >= 8
        calls.every { stages.contains(it) }
    }

    def 'the scripts of the guide are right'() {
        expect:
        blocks('src/docs/guide.md', 'groovy').size() >= 2
        blocks('src/docs/guide.md', 'groovy').every { script ->
            Files.writeString(folder.resolve('shown.groovy'), script)
            def result = distribution.run(folder, 'check', 'shown.groovy')
            assert !result.err.contains('REP-') : result
            result.exit == 0
        }
    }

    def 'the network block of the guide trains'() {
        given:
        def script = blocks('src/docs/guide.md', 'groovy').find { it.contains('network(') }
        Files.writeString(folder.resolve('own.groovy'), script.replace("dataset('synthetic')",
                "dataset('synthetic', train: 40, test: 20, classes: 4)"))

        when:
        def result = distribution.run(folder, 'run', 'own.groovy')

        then:
        result.exit == 0
        result.out.contains('done: 2 ran')
    }

    def 'the problem matcher of the page on editors reads what check prints'() {
        given:
        def pattern = new JsonMapper().readValue(blocks('src/docs/editors.md', 'json')[0], Map).tasks[0].problemMatcher.pattern
        Files.writeString(folder.resolve('wrong.groovy'), "def images = dataset('synthetic', trian: 5)\nshow 'I', images.train\n")

        when:
        def matched = distribution.run(folder, 'check', 'wrong.groovy').err.readLines()
                .collect { it =~ pattern.regexp }.findAll { it.find() }

        then:
        matched[0][0][pattern.file] == 'wrong.groovy'
        matched[0][0][pattern.line..pattern.code] == ['1', '35', 'error', 'REP-2003']
        matched[0][0][pattern.message].startsWith("'synthetic' has no setting 'trian'; did you mean 'train'?")
    }

    def 'the plugin of the README compiles, is found, and its metric gives 1 for a layer and itself'() {
        given:
        def own = distribution.copy(folder.resolve('own'))
        install(blocks('README.md', 'java')[0], own)
        Files.writeString(folder.resolve('study.groovy'), '''\
            def images = dataset('synthetic', train: 200, test: 80, classes: 4)
            def net = train('sgd', images.train, network: 'mlp', epochs: 1)
            def units = record('units', net, images.test, layer: 'fc2')
            show 'Alike', correlate('linear-cka', units, units)
            '''.stripIndent())

        when:
        def result = own.run(folder, 'run', 'study.groovy')
        def lines = folder.resolve('results/study/latest/tables/alike.csv').toFile().readLines()

        then:
        result.exit == 0
        lines[0] == 'cka'
        ((lines[1] as double) - 1).abs() < 1e-12
    }

    void install(String source, Distribution target) {
        def sources = Files.createDirectories(folder.resolve('source/example'))
        def file = Files.writeString(sources.resolve('CkaPlugin.java'), source)
        def classes = Files.createDirectories(folder.resolve('classes'))
        def spi = target.home.resolve('lib').toRealPath().toFile().listFiles().find { it.name.startsWith('rep-spi') }
        assert ToolProvider.systemJavaCompiler.run(null, null, null, '--release', '17', '-cp', spi.path, '-d',
                classes.toString(), file.toString()) == 0
        def manifest = new Manifest()
        manifest.mainAttributes.put(Attributes.Name.MANIFEST_VERSION, '1.0')
        manifest.mainAttributes.put(Attributes.Name.IMPLEMENTATION_VERSION, '1.0')
        def directory = Files.createDirectories(target.home.resolve('plugins/cka'))
        new JarOutputStream(Files.newOutputStream(directory.resolve('cka.jar')), manifest).withCloseable { jar ->
            jar.putNextEntry(new JarEntry('META-INF/services/org.repframework.spi.Plugin'))
            jar.write('example.CkaPlugin'.bytes)
            Files.walk(classes).filter { it.toString().endsWith('.class') }.forEach { type ->
                jar.putNextEntry(new JarEntry(classes.relativize(type).toString()))
                jar.write(Files.readAllBytes(type))
            }
        }
    }
}
