package org.repframework.report

import org.repframework.spi.Network
import org.repframework.spi.Role
import org.repframework.spi.Table
import spock.lang.Requires
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.file.Files
import java.nio.file.Path

/** A report of 256 units a layer, used as a reader would: with a pointer, keys and the back button. */
@Requires(value = { Chromium.program() }, reason = 'there is no chromium on the PATH')
class UnitPagesSpecification extends Specification {

    static final MATCHED = '#shown-units-1-matched-order'

    @TempDir
    @Shared
    Path folder

    @Shared
    Path report

    @Shared
    Chromium browser

    def setupSpec() {
        var run = new Run(Path.of('target/units'))
        run.task(Role.MATCHER, 'bipartite')
        run.show('Units', Invented.unitsOf(folder.resolve('data'), 256).collectEntries { [(it): run.tasks[0]] })
        run.show('Units of another kind', Invented.correlation(9, 9, 3))
        run.show('Many rows', new Table(['number', 'square', 'text'], (0..<1000).collect { [it as long, (long) it * it, "<b>$it".toString()] }))
        report = run.report().resolve('report.html')
        browser = new Chromium(folder.resolve('profile'))
        browser.resize(1150, 900)
        open()
    }

    def cleanupSpec() {
        browser?.close()
    }

    def setup() {
        browser.complaints.clear()
        follow('')
    }

    void open(String fragment = '') {
        browser.open(URI.create(report.toUri().toString() + fragment))
        browser.evaluate("document.documentElement.style.scrollBehavior = 'auto'") // else the pointer aims at what moves
    }

    /** As a link of the report leads to it. */
    void follow(String fragment) {
        browser.evaluate("location.hash = '$fragment'")
        browser.settle()
    }

    /** The unit whose page is open; null: none is. */
    String page() {
        browser.evaluate("document.querySelector('dialog').open ? document.querySelector('dialog h2').textContent : null")
    }

    String hash() {
        browser.evaluate('location.hash')
    }

    List<String> texts(String selector) {
        browser.evaluate("[...document.querySelectorAll('$selector')].map(one => one.textContent)")
    }

    String heading(String unit) {
        "Unit ${unit.substring(1)} of ${unit[0]}"
    }

    def "it is one file of less than 20 MB, which is there in less than two seconds"() {
        when:
        def loaded = (1..3).collect {
            open()
            browser.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") as double
        }
        println "a report of ${Files.size(report)} bytes, three times: its load ended after $loaded ms"

        then: 'the fastest time, since other programs share the machine'
        Files.size(report) < 20_000_000
        loaded.min() > 0 && loaded.min() < 2000
        browser.evaluate("performance.getEntriesByType('resource').map(one => one.name).filter(name => !name.startsWith('data:'))") == []
        browser.complaints == []
        page() == null
    }

    def "a click in #map opens the page of its row's unit, with a link to its column's"() {
        when:
        browser.click("$map image", 0.77, 0.31)
        def told = (texts('.tip')[0] =~ /unit (\d+) of ([xy]), unit (\d+) of ([xy]): (-?\d\.\d{3})/)[0]

        then: 'what was under the pointer'
        [told[2], told[4]] == sides
        page() == "Unit ${told[1]} of ${told[2]}"
        hash() == "#unit-${told[2]}${told[1]}-shown-units-1-matched-order"
        texts('dialog .clicked') == ["Clicked: ${told[5]} with unit ${told[3]} of ${told[4]}."]
        browser.complaints == []

        when:
        browser.click('dialog .clicked a')

        then:
        page() == "Unit ${told[3]} of ${told[4]}"
        texts('dialog .clicked') == []

        where:
        map                      | sides
        MATCHED                  | ['x', 'y']
        '#shown-units-2'         | ['x', 'x']
        '#shown-units-3'         | ['y', 'y']
        '#shown-units-8-weights' | ['x', 'y']
    }

    def "a click in the map of the clusters opens a page too, of a unit of either layer"() {
        when:
        def opened = [0.11, 0.14].collect { down ->
            browser.click('#shown-units-9 image', 0.5, down)
            def told = (texts('.tip')[0] =~ /unit (\d+) of ([xy]),/)[0]
            def found = page()
            browser.press('Escape')
            assert found == "Unit ${told[1]} of ${told[2]}"
            return told[2]
        }

        then:
        opened == ['x', 'y']
    }

    def "a map of units that have no pages tells its values and opens nothing"() {
        when:
        browser.click('#shown-units-of-another-kind image')

        then:
        page() == null
        texts('.tip')[0] ==~ /unit \d of x, unit \d of y: -?\d\.\d{3}/
    }

    /** The selector of a table's details. */
    String unfolded(String table) {
        def selector = "details:has(a[href=\"tables/${table}.csv\"])"
        if (!browser.evaluate("document.querySelector('$selector').open")) {
            browser.evaluate("document.querySelector('$selector summary').click()")
            browser.settle()
        }
        return selector
    }

    def "every list of units leads to their pages: #column of #table"() {
        given:
        def selector = unfolded(table)

        when:
        def link = "$selector td:nth-child($column) a"
        def unit = browser.evaluate("document.querySelector('${link}').textContent")
        browser.click(link)

        then:
        page() == heading(side + unit)
        browser.complaints == []

        where:
        table     | column | side
        'units-1' | 1      | 'x'
        'units-1' | 2      | 'y'
        'units-4' | 1      | 'x'
        'units-5' | 1      | 'y'
        'units-8' | 1      | 'y'
        'units-8' | 5      | 'x'
        'units-9' | 4      | 'x'
        'units-9' | 5      | 'y'
    }

    def "a page tells partner and rivals, filters and patches, predictors, cluster and neighbours"() {
        when:
        follow('#unit-y20-shown-units-1-matched-order')

        then: 'its partner and three rivals, with margin and p'
        page() == 'Unit 20 of y'
        texts('dialog thead th') == ['', 'unit', 'correlation', 'margin', 'p']
        texts('dialog tbody tr td:first-child')[0..3] == ['partner', 'rival', 'rival', 'rival']

        and: 'unit 20 is never active, its partner and its predictors are'
        def strips = texts('dialog .strip')
        strips.any { it == 'unit 20 of ynever active' }
        browser.evaluate("document.querySelectorAll('dialog .tile img').length") > 9
        texts('dialog h3')[0..1] == ['Filters', 'What excites it most']
        texts('dialog h3')[2] ==~ /Predicted by \d+ units? of x, at a loss of 0\.\d{3} where nothing costs 0\.5/
        texts('dialog h3')[3] ==~ /In cluster \d+, with \d+ other units/
        texts('dialog h3')[4] == 'Most like it in its own layer'
        browser.evaluate("[...document.querySelectorAll('dialog table:last-of-type tr')].length") == 10

        and: 'of a unit of x whom it helps to predict'
        follow('#unit-x21-shown-units-1-matched-order')
        texts('dialog h3')[2] ==~ /Helps to predict \d+ units of y/
        browser.complaints == []
    }

    def "links, the back button, Esc and the button close and open pages, each a step that can be undone"() {
        when:
        browser.click("$MATCHED image", 0.3, 0.6)
        def first = page()
        def firstHash = hash()
        browser.click('dialog tbody td a')
        def partner = page()

        then:
        first.endsWith('of x')
        partner.endsWith('of y')
        hash() != firstHash

        when: 'back to the first'
        browser.back()

        then:
        [page(), hash()] == [first, firstHash]

        when: 'back to the report'
        browser.back()

        then:
        [page(), hash()] == [null, '']

        when:
        browser.click("$MATCHED image", 0.3, 0.6)
        browser.press('Escape')

        then:
        [page(), hash()] == [null, '']

        when: 'what was closed is opened again'
        browser.back()

        then:
        [page(), hash()] == [first, firstHash]

        when:
        browser.click('dialog .close')

        then:
        [page(), hash()] == [null, '']
    }

    def "an address that names a unit opens its page, one that names none that there is does not"() {
        when:
        open(fragment)

        then:
        page() == opened
        browser.complaints == []

        where:
        fragment                                  || opened
        '#unit-x255-shown-units-1-matched-order'  || 'Unit 255 of x'
        '#unit-y0-shown-units-1-matched-order'    || 'Unit 0 of y'
        '#unit-x256-shown-units-1-matched-order'  || null
        '#unit-x1-shown-units-2'                  || null
        '#exhibit-units'                          || null
    }

    def "tables sort and search all their rows"() {
        given:
        def table = unfolded('units-1')

        when:
        browser.click("$table th:nth-child(3) button")
        def rising = texts("$table tbody td:nth-child(3)")*.trim()*.toDouble()
        browser.click("$table th:nth-child(3) button")
        def falling = texts("$table tbody td:nth-child(3)")*.trim()*.toDouble()

        then:
        rising.size() == 256
        rising == rising.toSorted()
        falling == rising.reverse()

        when:
        browser.evaluate("(() => { const field = document.querySelector('$table input'); field.value = '17'; field.dispatchEvent(new Event('input')) })()")

        then:
        texts("$table tbody tr:not([hidden])").every { it.contains('17') }
        texts("$table .search span")[0] ==~ /\d+ of 256 rows/
    }

    def "a long table is whole once it is unfolded, and sorts and searches every row"() {
        given:
        def before = browser.evaluate("document.querySelectorAll('details:has(a[href=\"tables/many-rows.csv\"]) tbody tr').length")
        def table = unfolded('many-rows')

        when:
        2.times { browser.evaluate("document.querySelector('$table th button').click()") }

        then:
        before == 300
        texts("$table tbody td:first-child")*.trim()*.toInteger() == (999..0).toList()
        texts("$table tbody tr:first-child td")*.trim() == ['999', '998001', '<b>999']
        browser.evaluate("document.querySelector('$table tbody tr:last-child td').className == document.querySelector('$table tbody td').className")

        when:
        browser.evaluate("(() => { const field = document.querySelector('$table input'); field.value = '<b>77'; field.dispatchEvent(new Event('input')) })()")

        then:
        texts("$table .search span") == ['11 of 1000 rows']
    }

    def "a page fits a window of #width pixels"() {
        given:
        browser.resize(width, 800)

        when:
        open('#unit-x3-shown-units-1-matched-order')
        Files.write(Path.of("target/units/page-${width}.png"), browser.picture())

        then:
        browser.evaluate("document.documentElement.scrollWidth <= innerWidth && document.querySelector('dialog').scrollWidth <= document.querySelector('dialog').clientWidth")

        where:
        width << [1150, 400]
    }
}
