package org.repframework.report

import org.repframework.engine.store.Pace
import org.repframework.report.svg.DivergingColours
import org.repframework.spi.*
import spock.lang.Specification
import spock.lang.TempDir
import tools.jackson.databind.json.JsonMapper

import javax.imageio.ImageIO
import java.awt.image.BufferedImage
import java.nio.ByteBuffer
import java.nio.ByteOrder
import java.nio.file.Files
import java.nio.file.Path

class FiguresSpecification extends Specification {

    @TempDir
    Path folder

    Run run

    def setup() {
        run = new Run(folder)
        run.task(Role.SUMMARY, 'mean')
    }

    def "a heat map shows each correlation in its colour, rows downwards"() {
        when:
        run.show('M', new CorrelationMatrix('pearson', Matrix.of(2, 3, -1d, 0d, 1d, 0.5d, -0.5d, 0d), 10L, [], [])).report()
        var cells = image('m')

        then:
        [cells.width, cells.height] == [3, 2]
        rgb(cells, 0, 0) == DivergingColours.rgb(0).toList()
        rgb(cells, 1, 0) == [255, 255, 255]
        rgb(cells, 2, 0) == DivergingColours.rgb(254).toList()
        reddish(rgb(cells, 0, 1))
        bluish(rgb(cells, 1, 1))
    }

    def "values beyond a correlation's widen the range of the colours, which the colour bar tells"() {
        when:
        run.show('M', new CorrelationMatrix('mutual-information', Matrix.of(1, 2, 4d, 2d), 10L, [], [])).report()

        then:
        rgb(image('m'), 0, 0) == DivergingColours.rgb(254).toList()
        rgb(image('m'), 1, 0) == DivergingColours.rgb(127 + 64).toList()
        texts('m').containsAll(['-4', '4'])
    }

    def "the page has each cell's value, with the layer and number of its units"() {
        when:
        run.show('M', new CorrelationMatrix('pearson', Matrix.of(2, 3, -1d, 0d, 1d, 0.5d, -0.5d, 0.25d), 10L, [], [])).report()
        var html = Files.readString(folder.resolve('report.html'))
        var json = html.find(/(?<=<script type="application\/json">)\{"cells.*?(?=<\/script>)/)
        var cells = new JsonMapper().readValue(json, Map).cells
        var values = ByteBuffer.wrap(cells.values.decodeBase64()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer()

        then:
        cells.rows == ['x0', 'x1']
        cells.columns == ['y0', 'y1', 'y2']
        (0..<6).collect { (values.get(it) / 32767d * cells.range).round(4) } == [-1d, 0d, 1d, 0.5d, -0.5d, 0.25d]
    }

    def "the best and the worst matches are shown with their patches, partners below their units"() {
        when:
        run.show('U', Invented.unitsOf(folder.resolve('data'), 20).collectEntries { [(it): run.tasks[0]] }).report()
        var sorted = Invented.bipartite(Invented.correlation(20, 20, 1)).pairs().sort(false) { -it.correlation() }
        var labels = texts('u-bipartite-best-and-worst').findAll { it ==~ /x \d+/ }

        then:
        labels == (sorted.take(8) + sorted.takeRight(8)).collect { 'x ' + it.unit() }
        texts('u-bipartite-filters').findAll { it ==~ /x \d+/ }.size() == 20
    }

    def "in matched order the matched correlations fall along the diagonal"() {
        given:
        var matrix = Invented.correlation(12, 12, 4L)

        when:
        run.show('M', Invented.bipartite(matrix)).report()
        var cells = image('m-matched-order')
        var sorted = Invented.bipartite(matrix).pairs()*.correlation().sort().reverse()

        then:
        (0..<12).collect { rgb(cells, it, it) } == sorted.collect { DivergingColours.rgb(DivergingColours.level(it, 1)).toList() }
    }

    def "a filter's weight of 0 is mid-grey and its largest is full colour"() {
        given: 'one filter of 1 x 1 x 3, and one of twice the weights'
        var architecture = new Architecture('net', new ImageShape(4, 4, 3), [new Layer.Convolution('conv1', 2, 1, Layer.Activation.RELU)])
        var filters = Matrix.of(2, 3, 0.5d, 0d, -0.5d, 1d, 0d, -1d)

        when:
        run.show('F', new Network(architecture, ['a', 'b'], new Network.Normalisation([0d], [1d]), 0, filters, Path.of('model.zip'))).report()
        var cells = image('f')

        then: 'each is scaled by itself'
        rgb(cells, 0, 0) == [255, 128, 0]
        rgb(cells, 2, 0) == [255, 128, 0]
        rgb(cells, 1, 0) == [255, 255, 255]
    }

    def "the filters of a dense first layer are as large as the images"() {
        when:
        run.show('F', Invented.network(Invented.mlp(), 4, 32, 6L)).report()

        then:
        [image('f').width, image('f').height] == [4 * 33 - 1, 32]
    }

    def "several matchings share one pair of axes and a legend with their means"() {
        given:
        var matrix = Invented.correlation(12, 12, 4L)
        var semi = run.task(Role.MATCHER, 'semi')
        var bipartite = run.task(Role.MATCHER, 'bipartite')

        when:
        run.show('M', [(Invented.semi(matrix)): semi, (Invented.bipartite(matrix)): bipartite]).report()

        then:
        texts('m').any { it.startsWith('semi (mean 0.') }
        texts('m').any { it.startsWith('bipartite (mean 0.') }
        ReportSpecification.files(folder, 'figures')*.fileName*.toString() ==
                ['m-1-matched-order.svg', 'm-2-matched-order.svg', 'm.svg', 'plan.svg']
    }

    def "beside a curve stands the measured speed, in the figure and on the page, but not in the file"() {
        given: 'two of four epochs, 100 images each, after an interruption'
        def curve = new Curve('epoch', [1d, 2d, 3d, 4d], [new Curve.Series('loss', [4d, 3d, 2d, 1d])])
        run.paces[curve] = new Pace('images', 400, [new Pace.Mark(200, 1d), new Pace.Mark(300, 2d), new Pace.Mark(400, 2.5d)])

        when:
        run.show('C', curve).report()
        def page = Files.readString(folder.resolve('report.html'))

        then:
        Files.readString(folder.resolve('figures/c.svg')).contains('>images/s<')
        page.contains('<title>epoch: 3\n100</title>')
        page.contains('3 columns, the last one measured and not in the file')
        page.findAll('<td class="[^"]*">(200|100)</td>') { it[1] } == ['100', '200']
        folder.resolve('tables/c.csv').toFile().readLines() == ['epoch,loss', '1,4.0', '2,3.0', '3,2.0', '4,1.0']
    }

    def "a plot takes names or numbers on its horizontal axis"() {
        when:
        run.plot('Names', Invented.layers(), x: 'layer', y: 'correlation', series: 'matching', band: 'sd')
        run.plot('Numbers', Invented.accuracies(), x: 'epochs', y: 'accuracy').report()

        then:
        texts('names').containsAll(['conv1', 'fc8', 'semi, sum', 'bipartite, positions', 'layer', 'correlation'])
        texts('numbers').containsAll(['2', '10', '20', 'epochs'])
        polygons('names') == 4
        polygons('numbers') == 0
    }

    def "one series of a plot can be a level from end to end, and a marked point says its values"() {
        given:
        def table = new Table(['layers', 'arm', 'accuracy', 'sd'],
                [[0L, 'base', 0.75d, 0.01d], [1L, 'AnB', 0.5d, 0.02d], [3L, 'AnB', 0.25d, 0.03d]])

        when:
        run.plot('L', table, x: 'layers', y: 'accuracy', series: 'arm', band: 'sd', level: 'base')
        run.plot('M', table, x: 'layers', y: 'accuracy', series: 'arm', level: 'bse').report()
        def paths = picture('l').all('path').findAll { it.getAttribute('fill') == 'none' }

        then: 'the last line, over the whole width, without markers'
        paths.size() == 2
        def ends = paths[1].getAttribute('d').findAll(/[ML]([\d.]+) ([\d.]+)/) { all, x, y -> [x as double, y as double] }
        ends[0][1] == ends[1][1]
        ends[1][0] - ends[0][0] > 400
        picture('l').all('title')*.textContent.tail() == ['AnB\nlayers: 1\naccuracy: 0.5 ± 0.02', 'AnB\nlayers: 3\naccuracy: 0.25 ± 0.03']
        run.complaints == ["plot 'M': there is no series 'bse' to draw as a level, but base, AnB"]
    }

    def "a plot of a column that does not exist names those that do, and the table is shown all the same"() {
        when:
        run.plot('P', Invented.accuracies(), x: 'epochs', y: 'loss').report()

        then:
        run.complaints == ["plot 'P': the table has no column 'loss', but epochs, accuracy"]
        ReportSpecification.files(folder, 'tables')*.fileName*.toString() == ['p.csv']
        folder.resolve('report.html').toFile().text.contains('the table has no column')
    }

    def "a plot of a column of names as values says which is no number"() {
        when:
        run.plot('P', Invented.layers(), x: 'correlation', y: 'layer').report()

        then:
        run.complaints == ["plot 'P': the column 'layer' holds 'conv1', which is not a number"]
    }

    def "frequencies are cells by cycles, and what has the conjugate transform has the same cell"() {
        given: '3 x 4 positions'
        def compared = [
            [0, 0, 1, 1d], [1, 0, 2, 0.5d], [-1, 1, 2, 0.25d], [0, 1, 2, 0.75d], [1, 1, 2, 1d], [0, 2, 1, 1d], [1, 2, 2, 0.5d]
        ].collect { row, column, weight, score -> new FrequencySimilarity.At(new Frequency(row, column, weight), score, [:]) }

        when:
        run.show('F', new FrequencySimilarity('cka', 0.6d, 10L, 3, 4, compared, [])).report()
        def map = image('f')
        def colours = (0..2).collect { y -> (0..2).collect { x -> rgb(map, x, y) } }

        then: 'rows -1, 0, 1'
        [map.width, map.height] == [3, 3]
        colours[0][0] == colours[2][0]
        colours[0][2] == colours[2][2]
        colours[0][0] == colours[0][2]
        colours[1][0] == colours[2][1]
        colours.flatten().collate(3).toSet().size() == 4
        texts('f').containsAll(['-1', '0', '1', 'cycles down the height', 'cycles across the width'])
    }

    def "degenerate numbers still make a figure: #what"() {
        when:
        run.show('D', artifact).report()

        then:
        picture('d').isSvg()
        !(Files.readString(folder.resolve('figures/d.svg')).replaceAll(/href="[^"]*"/, '') =~ /NaN|Infinity/)

        where:
        what                       | artifact
        'a curve of no point'      | new Curve('epoch', [], [new Curve.Series('loss', [])])
        'a curve of one point'     | new Curve('epoch', [1d], [new Curve.Series('loss', [2d])])
        'a constant curve'         | new Curve('epoch', [1d, 2d], [new Curve.Series('loss', [0d, 0d])])
        'a curve of NaN'           | new Curve('epoch', [1d, 2d, 3d], [new Curve.Series('loss', [1d, Double.NaN, 3d])])
        'an infinite curve'        | new Curve('epoch', [1d, 2d], [new Curve.Series('loss', [1d, Double.POSITIVE_INFINITY])])
        'a curve of huge numbers'  | new Curve('step', [1e9d, 2e9d], [new Curve.Series('loss', [1e300d, -1e300d])])
        'a curve of tiny numbers'  | new Curve('step', [1e-9d, 2e-9d], [new Curve.Series('loss', [1e-300d, 2e-300d])])
        'one canonical direction'  | new CanonicalCorrelations('cca', 1d, [1d], 10L, 1, 1, 0, 0, 1, 1, 1d, 1d)
        'no canonical direction'   | new CanonicalCorrelations('cca', 0d, [], 10L, 1, 1, 0, 0, 0, 0, 1d, 1d)
        'a matrix of one cell'     | new CorrelationMatrix('pearson', Matrix.of(1, 1, 0d), 10L, [0], [0])
        'one frequency'            | new FrequencySimilarity('cka', 0d, 10L, 1, 1, [new FrequencySimilarity.At(new Frequency(0, 0, 1), 0d, [:])], [])
        'a matrix of one row'      | new CorrelationMatrix('pearson', Matrix.of(1, 200, new double[200]), 10L, [0], [0])
        'a network without weight' | new Network(Invented.mlp(), ['a', 'b'], new Network.Normalisation([0d], [1d]), 0, Matrix.of(2, 3072, new double[6144]), Path.of('m'))
    }

    private Picture picture(String figure) {
        Picture.of(folder.resolve("figures/${figure}.svg"))
    }

    private List<String> texts(String figure) {
        picture(figure).texts()
    }

    private int polygons(String figure) {
        picture(figure).all('polygon').size()
    }

    /** The first image in a figure. */
    private BufferedImage image(String figure) {
        var href = picture(figure).all('image')[0].getAttribute('href')
        ImageIO.read(new ByteArrayInputStream((href - 'data:image/png;base64,').decodeBase64()))
    }

    private static List<Integer> rgb(BufferedImage image, int x, int y) {
        var colour = image.getRGB(x, y)
        [(colour >> 16) & 255, (colour >> 8) & 255, colour & 255]
    }

    private static boolean reddish(List<Integer> colour) {
        colour[0] > colour[2] + 50
    }

    private static boolean bluish(List<Integer> colour) {
        colour[2] > colour[0] + 50
    }
}
