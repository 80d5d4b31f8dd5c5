package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** A third party's way: a new plugin, built outside our reactor, installed, used, replaced and removed. */
class PluginsEndToEndSpecification extends Specification {

    @TempDir
    Path folder

    @Shared
    Distribution distribution = Distribution.built()

    def 'a new plugin is built against what the distribution carries, installed, used and removed'() {
        given:
        def own = distribution.copy(folder.resolve('own'))

        when: 'it is written'
        def written = own.run(folder, 'plugins', 'new', 'best-correlation', '--package', 'org.example.metrics')
        def project = folder.resolve('best-correlation')

        then:
        written.exit == 0
        written.out == '''\
            wrote best-correlation/, the plugin of a metric; README.md there says more. Next:
                cd best-correlation && mvn verify && rep-framework plugins install target/best-correlation.jar
            '''.stripIndent()
        !Files.readString(project.resolve('pom.xml')).contains('@')
        Files.readString(project.resolve('pom.xml')).contains("<rep.repository>${own.home.toRealPath().resolve('repository').toUri()}")
        hosts(project).every { it.startsWith('maven.apache.org') || it.startsWith('www.w3.org') }

        when: 'it is built, with the contract of its metric'
        def build = maven(project, 'verify')

        then:
        build.contains('BUILD SUCCESS')
        (build =~ /Tests run: (\d+), Failures: 0, Errors: 0/)[0][1] as int > 20

        when: 'it is installed'
        def jar = project.resolve('target/best-correlation.jar')
        def before = Files.readString(own.home.resolve('plugins/plugins.lock'))
        def installed = own.run(folder, 'plugins', 'install', jar)
        def again = own.run(folder, 'plugins', 'install', jar)

        then:
        installed.exit == 0
        installed.out == 'installed best-correlation 0.1.0: correlate best-correlation\n'
        again.exit == 2
        again.err.contains('REP-5026: plugin best-correlation is installed already')
        Files.readAllLines(own.home.resolve('plugins/plugins.lock')).containsAll(before.readLines())
        own.run(folder, 'plugins', 'verify').out == 'every plugin is as recorded in plugins.lock\n'
        own.run(folder, 'plugins').out.contains('best-correlation 0.1.0   how well each unit of one layer is matched by some unit of another\n    correlate best-correlation\n')

        when: 'a workflow uses it'
        def run = own.run(folder, 'run', project.resolve('try.groovy'))
        def tables = folder.resolve('results/try/latest/tables')

        then:
        run.exit == 0
        !run.err.contains('warning')
        tables.resolve('a-network-and-itself.csv').toFile().readLines() == ['best', '1.0']
        def score = tables.resolve('two-networks.csv').toFile().readLines()[1] as double
        score > 0 && score < 1

        when: 'it is removed'
        def removed = own.run(folder, 'plugins', 'remove', 'best-correlation')
        def gone = own.run(folder, 'check', project.resolve('try.groovy'))

        then:
        removed.exit == 0
        removed.out.startsWith('removed best-correlation; ')
        Files.readString(own.home.resolve('plugins/plugins.lock')) == before
        gone.exit == 2
        gone.err.contains("there is no correlation metric 'best-correlation'")
    }

    static List<String> hosts(Path project) {
        def all = []
        project.toFile().eachFileRecurse { file ->
            if (file.file) {
                all.addAll(file.text.findAll('https?://([^/"<\\s]+)') { it[1] })
            }
        }
        return all
    }

    /** Outside the reactor: what Maven has already is used, but nothing of ours that it might have. */
    String maven(Path project, String goal) {
        def repository = folder.resolve('maven')
        def known = Path.of(System.getProperty('user.home'), '.m2/repository')
        Files.createDirectories(repository.resolve('org'))
        link(known, repository) { it != 'org' }
        link(known.resolve('org'), repository.resolve('org')) { it != 'repframework' }
        return ['-o', '-U'].findResult { mode ->
            def log = folder.resolve("maven${mode}.log").toFile()
            def process = new ProcessBuilder('mvn', '-B', mode, '-Daether.offline.protocols=file', "-Dmaven.repo.local=$repository", goal)
                    .directory(project.toFile()).redirectErrorStream(true).redirectOutput(log).start()
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor()
            }
            return process.exitValue() == 0 || mode == '-U' ? log.text : null
        }
    }

    static void link(Path from, Path to, Closure<Boolean> wanted) {
        if (Files.isDirectory(from)) {
            from.toFile().list().findAll(wanted).each { Files.createSymbolicLink(to.resolve(it), from.resolve(it)) }
        }
    }

    def 'what cannot be written is refused, and nothing is written: #arguments'() {
        given:
        Files.createDirectory(folder.resolve('taken'))

        when:
        def result = distribution.run(folder, 'plugins', 'new', *arguments)

        then:
        result.exit == 2
        result.err == "rep-framework: error $message\n    $todo\n"
        folder.toFile().list().sort() == ['err.txt', 'out.txt', 'taken']
        folder.resolve('taken').toFile().list().length == 0

        where:
        arguments                            | message                                                     | todo
        ['../evil']                          | "REP-5025: '../evil' is no name for a plugin"               | 'A name has lower-case letters, digits and hyphens, and begins with a letter: subspace-match'
        ['Subspace']                         | "REP-5025: 'Subspace' is no name for a plugin"              | 'A name has lower-case letters, digits and hyphens, and begins with a letter: subspace-match'
        ['moment']                           | "REP-5025: 'moment' would give a class MomentMetric, which the SPI has" | 'Take another name: my-moment'
        ['class']                            | "REP-5030: 'class' is no name for a Java package"           | 'Give one with --package: --package org.example.metrics'
        ['fine', '--package', 'org.new']     | "REP-5030: 'org.new' is no name for a Java package"         | 'Give one with --package: --package org.example.metrics'
        ['taken']                            | "REP-5031: there is a 'taken' in this folder already"       | 'Give another name, or remove it; nothing is written over'
    }

    def 'the distribution ships with its lock, and a jar that changed is told with the cure'() {
        given:
        def own = distribution.copy(folder.resolve('own'))
        def jar = own.home.resolve('plugins/svcca').toFile().listFiles().find { it.name.endsWith('.jar') }

        expect:
        own.run(folder, 'plugins', 'verify').exit == 0
        Files.readAllLines(own.home.resolve('plugins/plugins.lock')).size() >= own.home.resolve('plugins').toFile().listFiles().count { it.directory }

        when:
        jar.bytes = jar.bytes[0..-2] as byte[]
        def result = own.run(folder, 'plugins', 'verify')

        then:
        result.exit == 2
        result.out == "svcca/${jar.name} is not as recorded in plugins.lock; install the plugin again (plugins install FILE --replace), or accept what is there: rep-framework plugins verify --accept\n"
        result.err == 'rep-framework: error REP-5004: the plugins are not as plugins.lock records them: 1 difference\n'
        own.run(folder, 'stages').err.contains("plugin ${own.home.toRealPath().resolve('plugins/svcca')} is broken and left out: svcca/${jar.name} is not as recorded")
    }
}
