package org.repframework.engine

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.engine.dsl.Workflow
import org.repframework.engine.dsl.WorkflowLoader
import org.repframework.engine.plan.GivenParameters
import org.repframework.engine.plan.PlanContext
import org.repframework.engine.store.ContentHashes
import spock.lang.Specification
import spock.lang.TempDir

class ParameterSpecification extends Specification {

    @TempDir
    Path folder

    Path scripts
    Path current

    def setup() {
        scripts = Files.createDirectory(folder.resolve('scripts'))
        current = Files.createDirectory(folder.resolve('current'))
    }

    Workflow load(String script, List<String> options = [], String yaml = null) {
        def file = Files.writeString(scripts.resolve('study.groovy'), script)
        def parameters = yaml == null ? null : Files.writeString(current.resolve('study.yaml'), yaml)
        def given = GivenParameters.read(options, Optional.ofNullable(parameters), current)
        return new WorkflowLoader(InventedStages.registry())
                .load(new PlanContext(file, '', 1L, given, [:]), new ContentHashes(folder.resolve('files.json')))
    }

    Object value(String declaration, List<String> options = [], String yaml = null) {
        def workflow = load(declaration, options, yaml)
        assert workflow.problems()*.message() == []
        workflow.parameters().last().value()
    }

    static List<Class> classes(Object value) {
        value instanceof List ? value*.class : [value.class]
    }

    /** Problems as `line:column code message`, files without their folder. */
    List<String> problems(String script, List<String> options = [], String yaml = null) {
        load(script, options, yaml).problems().collect {
            "${it.place().line()}:${it.place().column()} ${it.code()} ${it.message()}".replace("$current/", '')
        }
    }

    def 'the type of #declaration is that of its default, from the command line and from a file alike'() {
        expect:
        value(declaration) == fallback
        value(declaration, ["x=$option".toString()]) == given
        classes(value(declaration, ["x=$option".toString()])) == classes(given)
        value(declaration, [], "x: $yaml\n") == given

        where:
        declaration                                     | fallback      | option       | yaml           | given
        "param('x', 10)"                                | 10            | '7'          | '7'            | 7
        "param('x', 10L)"                               | 10L           | '7000000000' | '7000000000'   | 7000000000L
        "param('x', 0.5, 'a share')"                    | 0.5           | '1e-3'       | '1.0e-3'       | 0.0010
        "param('x', 0.5d, 'a share')"                   | 0.5d          | '2'          | '2'            | 2.0d
        "param('x', false, 'whether')"                  | false         | 'true'       | 'true'         | true
        "param('x', 'a', 'a word')"                     | 'a'           | 'b=c, d'     | 'b=c, d'       | 'b=c, d'
        "param('x', \"a\${1}\", 'a word')"              | 'a1'          | ''           | "''"           | ''
        "param('x', ['a', 'b'], 'words')"               | ['a', 'b']    | 'c, d,e'     | '[c, d, e]'    | ['c', 'd', 'e']
        "param('x', [], 'words')"                       | []            | 'c'          | '[c]'          | ['c']
        "param('x', [1, 2], 'numbers')"                 | [1, 2]        | ''           | '[]'           | []
        "param('x', 1..3, 'numbers')"                   | [1, 2, 3]     | '5'          | '[5]'          | [5]
        "param 'x', 10, 'passes', min: 1, max: 1000"    | 10            | '1000'       | '1000'         | 1000
        "param('x', 'b', choices: ['a', 'b'])"          | 'b'           | 'a'          | 'a'            | 'a'
        "param('x', 1, choices: [1, 2, 4])"             | 1             | '4'          | '4'            | 4
        "param('x', [0.1], choices: [0.1, 0.20])"       | [0.1]         | '0.1,0.2'    | '[0.1, 0.2]'   | [0.1, 0.2]
    }

    def 'a number is computed with as the default would be'() {
        expect:
        value("def x = param('x', 0.5)\nparam('y', x * 3)", ['x=0.1']) == 0.3
    }

    def 'a path counts from where it was written: the script, the command line or the file'() {
        given:
        def script = "param('x', 'photos.zip', 'images', path: true)"

        expect:
        value(script) == scripts.resolve('photos.zip').toString()
        value(script, ['x=mine.zip']) == current.resolve('mine.zip').toString()
        value(script, [], 'x: ../mine.zip') == folder.resolve('mine.zip').toString()
        value(script, ['x=/tmp/mine.zip']) == '/tmp/mine.zip'
        value("param('x', '', path: true)") == ''
        value("param('x', ['a', 'b'], path: true)") == [scripts.resolve('a'), scripts.resolve('b')]*.toString()
    }

    def 'a path in a setting counts from where its parameter was given, also if the script adds to it'() {
        given:
        ['scripts', 'current'].each { Files.createDirectories(folder.resolve("$it/data")) }
        ['scripts', 'current'].each { Files.writeString(folder.resolve("$it/data/photos.zip"), it) }
        def script = 'def data = param(\'data\', \'data\', path: true)\ndataset(\'pictures\', path: "$data/photos.zip")'

        expect:
        load(script, options).plan().get().tasks()[0].settings()[0].path() == folder.resolve("$where/data/photos.zip")

        where:
        options       || where
        []            || 'scripts'
        ['data=data'] || 'current'
    }

    def 'the command line wins over the file'() {
        expect:
        value("param('x', 10)", ['x=7'], 'x: 8') == 7
        value("param('x', 10)", [], 'x: 8') == 8
        value("param('x', 10)", [], '# nothing\n') == 10
    }

    def 'a wrong declaration is told: #declaration'() {
        expect:
        problems(declaration) == [problem]

        where:
        declaration                                    | problem
        "param('x')"                                   | '1:1 REP-4004 param takes a name, a default and a description, this is one argument'
        "param(5, 10)"                                 | '1:7 REP-4004 param begins with a name, a text in quotes'
        "param('my epochs', 10)"                       | "1:7 REP-4004 'my epochs' is no name for a parameter: it takes letters, digits and _, a letter first"
        "param('x', 10, 5)"                            | "1:16 REP-4004 the description of 'x' must be a text in quotes"
        "param('x', 10, 'a', mim: 5)"                  | "1:21 REP-4004 param has no 'mim'; did you mean 'min'?"
        "param('x', null)"                             | "1:12 REP-4005 the default of 'x' is null"
        "param('x', [1, 'a'])"                         | "1:12 REP-4005 the default of 'x' is a list"
        "param('x', [a: 1])"                           | "1:1 REP-4004 param takes a name, a default and a description, this is one argument"
        "param('x', 10, min: 'a')"                     | "1:21 REP-4004 min of 'x' must be a number, this is the text 'a'"
        "param('x', 'a', max: 5)"                      | "1:17 REP-4004 'x' is a text and has no max"
        "param('x', 10, min: 12, max: 8)"              | "1:21 REP-4004 min of 'x' is above its max"
        "param('x', 'a', choices: [])"                 | "1:26 REP-4004 choices of 'x' must be a list of what is possible"
        "param('x', 'a', choices: ['a', 5])"           | "1:26 REP-4004 a wrong choice: x is 5; it must be a text"
        "param('x', 5, min: 1, choices: [5])"          | "1:23 REP-4004 'x' has choices beside a range"
        "param('x', 5, path: true)"                    | "1:21 REP-4004 'x' is a whole number and cannot be a path"
        "param('x', 'a', path: 'yes')"                 | "1:23 REP-4004 path of 'x' must be true or false, this is the text 'yes'"
        "param('x', 0, min: 1)"                        | "1:12 REP-4005 a wrong default: x is 0; it must be a whole number, at least 1"
        "param('x', 'd', choices: ['a', 'b'])"         | "1:12 REP-4005 a wrong default: 'd' is not a choice for x; did you mean 'a'?"
        "param('x', 1)\nparam('x', 2)"                 | "2:7 REP-4003 the parameter 'x' is declared twice"
    }

    def 'a wrong value is told, from the command line and from a file: #given'() {
        expect:
        problems(declaration, given.contains(':') ? [] : [given], given.contains(':') ? given : null) == [problem]

        where:
        declaration                          | given             | problem
        "param('x', 10)"                     | 'x=many'          | "1:7 REP-4002 -P x=many: x is the text 'many'; it must be a whole number"
        "param('x', 10)"                     | 'x=3000000000'    | "1:7 REP-4002 -P x=3000000000: x is the text '3000000000'; it must be a whole number"
        "param('x', 0.5)"                    | 'x=NaN'           | "1:7 REP-4002 -P x=NaN: x is the text 'NaN'; it must be a number"
        "param('x', true)"                   | 'x=yes'           | "1:7 REP-4002 -P x=yes: x is the text 'yes'; it must be a truth value (true or false)"
        "param('x', 10, min: 1, max: 20)"    | 'x=0'             | '1:7 REP-4006 -P x=0: x is 0; it must be a whole number, 1 to 20'
        "param('x', [10], min: 1)"           | 'x=3,0'           | '1:7 REP-4006 -P x=3,0: x is 0; it must be a list of whole numbers, at least 1'
        "param('x', 'a1', choices: ['a1'])"  | 'x=a2'            | "1:7 REP-4007 -P x=a2: 'a2' is not a choice for x; did you mean 'a1'?"
        "param('x', 1)"                      | 'y=1'             | "0:0 REP-4001 -P y=1: the workflow has no parameter 'y'; did you mean 'x'?"
        "def a = 1"                          | 'y=1'             | "0:0 REP-4001 -P y=1: the workflow has no parameter 'y'; it has none"
        "param('x', 1)"                      | 'x'               | '0:0 REP-4008 -P x gives no value to a parameter'
        "param('x', 10)"                     | '\nx: ten'        | "1:7 REP-4002 study.yaml:2: x is the text 'ten'; it must be a whole number"
        "param('x', 10)"                     | 'x: "7"'          | "1:7 REP-4002 study.yaml:1: x is the text '7'; it must be a whole number"
        "param('x', 'a')"                    | 'x: 7'            | '1:7 REP-4002 study.yaml:1: x is 7; it must be a text'
        "param('x', 'a')"                    | 'x: [a, b]'       | '1:7 REP-4002 study.yaml:1: x is [a, b]; it must be a text'
        "param('x', ['a'])"                  | 'x: a'            | "1:7 REP-4002 study.yaml:1: x is the text 'a'; it must be a list of texts"
        "param('epochs', 1)"                 | 'epoch: 7'        | "0:0 REP-4001 study.yaml:1: the workflow has no parameter 'epoch'; did you mean 'epochs'?"
        "param('x', 1)"                      | 'x: 1\nx: 2'      | "0:0 REP-4009 'x' is given twice: study.yaml:1 and study.yaml:2"
        "param('x', 1)"                      | 'x:\n  y: 1'      | "0:0 REP-4014 study.yaml:1: the value of 'x' must be a text, a number, true or false, or a list of these"
        "param('x', 1)"                      | 'x: [[1]]'        | "0:0 REP-4014 study.yaml:1: the value of 'x' must be a text, a number, true or false, or a list of these"
        "param('x', 1)"                      | 'x: '             | "0:0 REP-4014 study.yaml:1: the value of 'x' must be a text, a number, true or false, or a list of these"
        "param('x', 1)"                      | '- x: 1'          | "0:0 REP-4014 study.yaml:1: the file must be lines such as 'epochs: 20', one for each parameter"
        "param('x', 1)"                      | '[a]: 1'          | "0:0 REP-4014 study.yaml: this is not YAML: Non scalar key is detected but it is not configured to be allowed."
        "param('x', 1)"                      | 'x: [1'           | "0:0 REP-4014 study.yaml:1: this is not YAML: expected ',' or ']', but got <stream end>"
    }

    def 'a parameter given twice on the command line is told with both values'() {
        expect:
        problems("param('x', 1)", ['x=2', 'x=3']) == ["0:0 REP-4009 'x' is given twice: -P x=2 and -P x=3"]
    }

    def 'a file that is missing or no text is told'() {
        given:
        def missing = GivenParameters.read([], Optional.of(current.resolve('none.yaml')), current)
        def bytes = Files.write(current.resolve('image.yaml'), [0xff, 0xfe, 0x00, 0xd8] as byte[])

        expect:
        missing.problems()*.cause() == ["there is no file of parameters ${current.resolve('none.yaml')}".toString()]
        GivenParameters.read([], Optional.of(bytes), current).problems()*.cause() == [
                "$bytes: the file is not a text in UTF-8".toString()]
        GivenParameters.read([], Optional.of(current), current).problems()*.cause() == [
                "$current: the file cannot be read: Is a directory".toString()]
    }

    def 'a wrong value leaves the default in force, so that the rest of the script is checked'() {
        expect:
        problems('''\
            def n = param('n', 2, min: 1)
            (1..n).each { show "Nothing $it" }
            '''.stripIndent(), ['n=0']).collect { it.take(12) } == ['1:15 REP-400', '2:15 REP-201', '2:15 REP-201']
    }
}
