package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.store.Json
import org.repframework.engine.store.Store
import org.repframework.engine.store.StoreLock
import spock.lang.Specification
import spock.lang.TempDir
import spock.util.environment.RestoreSystemProperties

/** Mistakes on the command line, outside of any script. A feature that provokes a code begins with its name. */
@RestoreSystemProperties
class CommandLineMistakesSpecification extends Specification {

    @TempDir
    Path folder

    PrintStream out = System.out
    PrintStream err = System.err
    ByteArrayOutputStream printed = new ByteArrayOutputStream()
    ByteArrayOutputStream complained = new ByteArrayOutputStream()

    def setup() {
        System.clearProperty('rep.home')
        System.out = new PrintStream(printed, true)
        System.err = new PrintStream(complained, true)
    }

    def cleanup() {
        System.out = out
        System.err = err
    }

    /** What is printed to standard error by a command that ends with 2. */
    String complaint(Object... arguments) {
        complained.reset()
        def exit = Main.execute(arguments*.toString() as String[])
        assert exit == 2
        return complained.toString()
    }

    def 'REP-4010: a workflow that is not there'() {
        given:
        Files.writeString(folder.resolve('study.groovy'), '')

        expect:
        complaint('check', folder.resolve('studdy.groovy')) == """\
            rep-framework: error REP-4010: there is no workflow $folder/studdy.groovy (in ${Path.of('').toAbsolutePath()}); did you mean 'study.groovy'?
            """.stripIndent()
    }

    def 'REP-1022: a workflow that cannot be read'() {
        given:
        install()
        def latin = Files.write(folder.resolve('latin.groovy'), 'def größe = 3\n'.getBytes('ISO-8859-1'))

        expect:
        complaint('check', latin) == "rep-framework: error REP-1022: $latin cannot be read: it is not a text in UTF-8\n"
        complaint('run', folder) == "rep-framework: error REP-1022: $folder is a folder; name a workflow in it\n"
    }

    def 'REP-6008: a folder that cannot be is told before anything is computed'() {
        given:
        install()
        def script = Files.writeString(folder.resolve('study.groovy'), '')
        def file = Files.writeString(folder.resolve('file'), '')

        expect:
        complaint('run', script, '--store', file) == "rep-framework: error REP-6008: --store is $file, and $file is no folder\n"
        complaint('run', script, '--store', folder.resolve('store'), '--results', file.resolve('in')) ==
                "rep-framework: error REP-6008: --results is $file/in, and $file is no folder\n"
        complaint('graph', script, '--store', folder.resolve('store'), '--out', file.resolve('plan.svg')) ==
                "rep-framework: error REP-6008: $file cannot be used: a file of this name is in the way\n"
        !Files.exists(folder.resolve('store'))
    }

    def 'REP-4011: an option out of its range'() {
        given:
        def script = Files.writeString(folder.resolve('study.groovy'), '')

        expect:
        complaint('check', script, '--threads', 0) == 'rep-framework: error REP-4011: --threads is 0; it must be at least 1\n'
        complaint('check', script, '--seed', 0) ==
                'rep-framework: error REP-4011: --seed 0 is refused: Deeplearning4j reads 0 as "no seed"; take any other number\n'
    }

    def 'REP-4012: help for something that does not exist'() {
        when:
        def text = complaint('help', 'REP-2033')

        then:
        text.readLines()[0] == "rep-framework: error REP-4012: there is neither a command nor a code 'REP-2033'; did you mean 'REP-2003'?"
        text.readLines().tail() == ['    rep-framework help lists all codes, rep-framework --help all commands']
        complaint('help', 'chekc').readLines()[0] ==
                "rep-framework: error REP-4012: there is neither a command nor a code 'chekc'; did you mean 'check'?"
    }

    def 'REP-5001: an installation without plugins'() {
        given:
        def script = Files.writeString(folder.resolve('study.groovy'), '')

        expect:
        complaint('check', script) == '''\
            rep-framework: error REP-5001: the folder 'plugins' of the installation is missing (rep.home is null); start the command through bin/rep-framework of a whole distribution
            '''.stripIndent()
    }

    /** An installation without any plugin. */
    void install() {
        System.setProperty('rep.home', folder.toString())
        Files.createDirectories(folder.resolve('plugins'))
    }

    def 'REP-4013: a stage to list that no plugin offers'() {
        given:
        install()

        expect:
        complaint('stages', 'sgd') == 'rep-framework: error REP-4013: no stage is installed\n'
    }

    def 'REP-6001: a store that another run writes into'() {
        given:
        install()
        def script = Files.writeString(folder.resolve('study.groovy'), '')
        def store = folder.resolve('store')
        def lock = StoreLock.acquire(new Store(store))

        expect:
        complaint('run', script, '--store', store, '--results', folder.resolve('results')) == "rep-framework: error REP-6001: the store $store "
                .concat("is in use by process ${ProcessHandle.current().pid()}; wait for it, or give this run a store of its own with --store\n")

        cleanup:
        lock.close()
    }

    def 'a mistake on the command line is JSON where JSON is asked for'() {
        when:
        def exit = Main.execute('check', 'missing.groovy', '--format', 'json')

        then:
        exit == 2
        complained.toString() == ''
        Json.LINE.readValue(printed.toString(), Map).subMap('code', 'severity', 'file', 'line')
                == [code: 'REP-4010', severity: 'error', file: null, line: 0]
    }

    def 'help explains a code with an example, a command with its options, and lists all codes by group'() {
        when:
        Main.execute('help', 'rep-2003')

        then:
        printed.toString() == '''\
            REP-2003 (error): unknown setting

            A named argument is neither a setting of the stage nor an input that it takes by name. "rep-framework stages sgd" lists
            those of the stage sgd with their meaning, default and range.

            Wrong:

                def net = train('sgd', images.train, epoch: 10)

            Right:

                def net = train('sgd', images.train, epochs: 10)
            '''.stripIndent()

        when:
        printed.reset()
        Main.execute('help', 'check')

        then:
        printed.toString().startsWith('Usage: rep-framework check')

        when:
        printed.reset()
        Main.execute('help')

        then:
        def lines = printed.toString().readLines()
        lines.containsAll(['Calls of stages', '  REP-2003  unknown setting', '  REP-2020  a result that nothing uses (warning)'])
    }
}
