package org.repframework.report

import org.repframework.engine.problem.Place
import org.repframework.spi.*
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

import static org.repframework.engine.run.Outcome.State.*

class ReportSpecification extends Specification {

    @TempDir
    @Shared
    Path shared

    @Shared
    Path everything

    @TempDir
    Path folder

    def setupSpec() {
        everything = Invented.everything(shared.resolve('run')).report()
    }

    def "every figure is well-formed and stands in the report as it stands in its file"() {
        given:
        var html = Files.readString(everything.resolve('report.html'))
        var figures = files(everything, 'figures')

        expect:
        figures.size() == 35
        figures.every { Picture.of(it).isSvg() }
        figures.every { html.contains(Files.readString(it)) }
        html.count('<svg') == figures.size()
    }

    def "a figure says what it is to those who cannot see it"() {
        expect:
        files(everything, 'figures').every { file ->
            var picture = Picture.of(file)
            var title = picture.all('title')[0]
            picture.root().getAttribute('role') == 'img' && title.textContent &&
                    picture.root().getAttribute('aria-labelledby') == title.getAttribute('id')
        }
    }

    def "no id occurs twice in the page"() {
        given:
        var ids = (Files.readString(everything.resolve('report.html')) =~ / id="([^"]+)"/).collect { it[1] }

        expect:
        ids.size() > 20
        ids.toUnique() == ids
    }

    def "the report needs nothing from elsewhere"() {
        given:
        var html = Files.readString(everything.resolve('report.html'))

        expect:
        !(html =~ /(?i)<script[^>]+src|<link[^>]+stylesheet|@import|url\(|fetch\(|XMLHttpRequest/)
        (html =~ /(?:src|href)="([^"#]+)"/).collect { it[1] }.every {
            it.startsWith('data:') || it.startsWith('figures/') || it.startsWith('tables/') || it == 'provenance.json'
        }
    }

    def "every link of the report leads to a file that was written"() {
        given:
        var html = Files.readString(everything.resolve('report.html'))
        var links = (html =~ /href="((?:figures|tables)\/[^"]+)"/).collect { it[1] }.toSet()

        expect:
        links.every { Files.exists(everything.resolve(it)) }
        links.size() == files(everything, 'figures').size() + files(everything, 'tables').size()
    }

    def "nothing but the results is left in the folders"() {
        expect:
        files(everything, 'figures').every { it.fileName.toString() ==~ /[a-z0-9-]+\.svg/ }
        files(everything, 'tables').every { it.fileName.toString() ==~ /[a-z0-9-]+\.csv/ }
    }

    def "equal runs give equal bytes"() {
        given:
        var before = contents(everything)

        when:
        Invented.everything(everything).report()

        then:
        contents(everything) == before
    }

    def "what failed stands at the top, and what is missing because of it says so"() {
        given:
        var html = Files.readString(everything.resolve('report.html'))

        expect:
        html.indexOf('the loss was NaN in epoch 2') in 0..html.indexOf('id="results"')
        html.contains('Not shown, because this failed: train-3.')
    }

    def "a warning stands with every result that rests on it, and with no other"() {
        given:
        var articles = Files.readString(everything.resolve('report.html')).split('<article ')
        var warned = { String title -> articles.find { it.contains(">$title</h3>") }.contains('the network did not learn') }

        expect:
        warned('Training')
        warned('Between-net correlation, conv1')
        !warned('The images')
        !warned('First-layer filters')
    }

    def "the small print names the definition, the sizes, what was compared and the key"() {
        given:
        var article = Files.readString(everything.resolve('report.html')).split('<article ')
                .find { it.contains('>Between-net correlation, conv1</h3>') }

        expect:
        article.contains('correlate pearson')
        article.contains('record units (layer: conv1, reading: sum)')
        article.contains('96, none dead')
        article.contains('x: train-1 result (replica 1)')
        article.contains('y: train-2 result (replica 2)')
        article.contains('correlate-1, result')
    }

    def "markup in titles, messages, cells and scripts is shown, not obeyed"() {
        given:
        var evil = '<script>alert("1")</script> & \'co\''
        var run = new Run(folder)
        run.question = evil
        run.script = evil
        run.parameters = [(evil): evil]
        var task = run.task(Role.SUMMARY, 'mean', id: 'summarise-1', call: evil, warnings: [evil])
        run.task(Role.SUMMARY, 'mean', id: 'summarise-2', state: FAILED, message: evil)
        run.show(evil, [(new Table([evil], [[evil]])): task])
        run.plot("plot $evil", new Table(['x', evil], [[evil, 1d], ['b', 2d]]), task, x: 'x', y: evil)

        when:
        var html = Files.readString(run.report().resolve('report.html'))

        then:
        !html.contains('<script>alert')
        html.count('&lt;script') > 10
        files(folder, 'figures').every { !Files.readString(it).contains('<script') && Picture.of(it).isSvg() }
    }

    def "a text that XML cannot hold does not break a figure"() {
        given:
        var run = new Run(folder)
        run.plot('bell \u0007 and null \u0000', new Table(['x', 'y'], [['\u001b[0m', 1d], ['b', 2d]]), x: 'x', y: 'y')

        when:
        run.report()

        then:
        files(folder, 'figures').every { Picture.of(it).isSvg() }
    }

    def "an empty script has a report too"() {
        expect:
        Files.readString(new Run(folder).report().resolve('report.html')).contains('The script shows nothing')
    }

    def "a script that was changed meanwhile stands in the report as it was run"() {
        given:
        var run = new Run(folder).complete()
        Files.writeString(run.script(), 'something else')

        when:
        new Report().write(run)

        then:
        Files.readString(folder.resolve('report.html')).contains("<pre>dataset('synthetic')\n</pre>")
    }

    def "what the script includes stands in the report too"() {
        given:
        var run = new Run(folder)
        run.included = ['common.groovy': 'def twice(x) { 2 * x }']
        var html = Files.readString(run.report().resolve('report.html'))

        expect:
        html.contains('The script, workflow.groovy')
        html.contains('The script, common.groovy')
        html.contains('<pre>def twice(x) { 2 * x }</pre>')
    }

    def "a failed task is told with its place in the script"() {
        given:
        var run = new Run(folder)
        run.task(Role.TRAINER, 'sgd', id: 'train-1', state: FAILED, message: 'the loss was NaN', place: new Place('study.groovy', 5, 12, 5, 17))
        var html = Files.readString(run.report().resolve('report.html'))

        expect:
        html.contains('<span class="place">at study.groovy:5:12</span>')
        html.contains('<td class="place">study.groovy:5:12</td>')
    }

    def "titles that differ only in what a file name drops keep their own files"() {
        given:
        var run = new Run(folder)
        run.show('A b', new Scores([first: 1d]))
        run.show('a-b', new Scores([second: 2d]))
        run.show('a 1', new Scores([third: 3d]))
        run.show('a', [(new Scores([fourth: 4d])): run.task(Role.EVALUATOR, 'accuracy'),
                       (new Scores([fifth: 5d])): run.task(Role.EVALUATOR, 'accuracy')])
        run.task(Role.EVALUATOR, 'accuracy')

        when:
        run.report()

        then:
        files(folder, 'tables').collectEntries { [it.fileName.toString(), Files.readAllLines(it)[0]] } ==
                ['a-b.csv': 'first', 'a-b-2.csv': 'second', 'a-1.csv': 'third', 'a-1-2.csv': 'fourth', 'a-2.csv': 'fifth']
    }

    static List<Path> files(Path run, String kind) {
        try (var files = Files.list(run.resolve(kind))) {
            return files.sorted().toList()
        }
    }

    private static Map<String, String> contents(Path run) {
        (files(run, 'figures') + files(run, 'tables') + [run.resolve('report.html')])
                .collectEntries { [it.fileName.toString(), Files.readAllBytes(it).encodeHex().toString()] }
    }
}
