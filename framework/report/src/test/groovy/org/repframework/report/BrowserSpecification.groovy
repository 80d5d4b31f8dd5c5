package org.repframework.report

import org.repframework.spi.Role
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir
import tools.jackson.databind.json.JsonMapper

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The report of {@link Invented} as a browser lays it out; it stays in target/invented to be looked at. */
@Requires(value = { Chromium.program() }, reason = 'there is no chromium on the PATH')
class BrowserSpecification extends Specification {

    @TempDir
    @Shared
    Path shared

    @Shared
    String console

    @Shared
    List<Map> pages

    def setupSpec() {
        var report = Files.readString(Invented.everything(Path.of('target/invented')).report().resolve('report.html'))
        var frames = [1200, 400].collect { width ->
            "<iframe width='$width' height='800' style='border:0' srcdoc=\"${report.replace('&', '&amp;').replace('"', '&quot;')}\"></iframe>"
        }
        var wrapper = shared.resolve('wrapper.html')
        Files.writeString(wrapper, "<!DOCTYPE html><meta charset='utf-8'><link rel='icon' href='data:,'><body style='width:2000px'>" +
                "<script>${getClass().getResource('/measure.js').text}</script>${frames.join('\n')}</body>")
        var output = browse(wrapper)
        pages = new JsonMapper().readValue(output.substring(output.indexOf('FINDINGS[') + 8, output.lastIndexOf('END')), List)
    }

    def "nothing is complained of and nothing is asked for"() {
        expect:
        !console.contains('CONSOLE')
        pages*.requests.flatten().isEmpty()
    }

    def "every figure is seen"() {
        expect:
        pages.size() == 2
        pages.every { page -> page.figures.size() == 35 }
        pages.every { page -> page.figures.every { it.width > 150 && it.height > 50 && it.images } }
    }

    def "no page is wider than its window"() {
        expect:
        pages.every { it.scrollWidth <= it.width }
    }

    def "no text of a figure leaves it or lies on another"() {
        expect:
        pages[0].figures.collectMany { figure -> figure.outside.collect { "$figure.name: $it".toString() } } == []
        pages[0].figures.collectMany { figure -> figure.overlapping.collect { "$figure.name: $it".toString() } } == []
    }

    private String browse(Path page) {
        var output = shared.resolve('dom.html').toFile()
        var errors = shared.resolve('console.txt').toFile()
        var process = new ProcessBuilder(Chromium.program(), '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic',
                '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
                '--enable-logging=stderr', '--virtual-time-budget=2000', '--window-size=2000,1000', "--user-data-dir=${shared.resolve('profile')}",
                '--dump-dom', page.toUri().toString()).redirectOutput(output).redirectError(errors).start()
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly()
            throw new IllegalStateException('the browser did not end within a minute')
        }
        console = errors.text
        output.text
    }
}
