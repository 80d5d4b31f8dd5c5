package org.repframework.report

import org.apache.commons.csv.CSVFormat
import org.repframework.spi.*
import org.repframework.spi.Frequency
import org.repframework.spi.FrequencySimilarity
import spock.lang.Specification
import spock.lang.TempDir

import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path

class TablesSpecification extends Specification {

    @TempDir
    Path folder

    Run run

    def setup() {
        run = new Run(folder)
        run.task(Role.SUMMARY, 'mean')
    }

    def "a correlation matrix has the units of y as columns and those of x as rows, and no empty cell"() {
        when:
        run.show('Between-net correlation, conv1',
                new CorrelationMatrix('pearson', Matrix.of(2, 3, 0.1d, -0.25d, 1 / 3d, 0d, 1d, 1e-20d), 10L, [], [])).report()

        then:
        text('between-net-correlation--conv1') == '''unit,0,1,2
0,0.1,-0.25,0.3333333333333333
1,0.0,1.0,1.0E-20
'''
    }

    def "numbers read back as they were"() {
        given:
        var random = new Random(3)
        var values = (0..<400).collect { return random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20) } as double[]

        when:
        run.show('m', new CorrelationMatrix('pearson', Matrix.of(20, 20, values), 10L, [], [])).report()

        then:
        records('m').drop(1).collectMany { it.drop(1) }.collect { it as double } as double[] == values
    }

    def "a matching has unit, partner, correlation and margin"() {
        given:
        var matrix = new CorrelationMatrix('pearson', Matrix.of(2, 2, 0.25d, 0.75d, 0.5d, 0.625d), 10L, [], [])

        when:
        run.show('Match', new Matching('semi', [new Matching.Pair(0, 1, 0.75d), new Matching.Pair(1, 1, 0.625d)], matrix)).report()

        then:
        text('match') == 'unit,partner,correlation,margin\n0,1,0.75,0.5\n1,1,0.625,0.125\n'
    }

    def "a tested matching has p, a soft one shares, and one without rivals no margin"() {
        given:
        var matrix = new CorrelationMatrix('pearson', Matrix.of(2, 1, 0.25d, 0.75d), 10L, [], [])
        var pairs = [new Matching.Pair(0, 0, 0.25d, 0.5d), new Matching.Pair(1, 0, 0.75d, 0.5d)]

        when:
        run.show('Match', new Matching('soft', pairs, matrix, [0.5d, 0.01d])).report()

        then:
        text('match') == 'unit,partner,correlation,share,margin,p\n0,0,0.25,0.5,,0.5\n1,0,0.75,0.5,,0.01\n'
    }

    def "matches of subspaces are groups with their units"() {
        when:
        run.show('S', Invented.simpleMatches()).report()

        then:
        text('s') == 'group,size,units-of-x,units-of-y,x,y\n1,4,2,2,0 3,2 5\n2,2,1,1,1,4\n3,2,1,1,2,0\n'
        page().contains('3: 2 of size 2, 1 of size 4')
        page().contains('6, 1 dead: 5; 4 in a group')
    }

    def "clusters have their units of both layers, each numbered within its own"() {
        when:
        run.show('C', Invented.clustering(4, 5, 2, tree)).report()

        then: 'unit 3 of x is dead'
        text('c') == 'cluster,units-of-x,units-of-y,x,y\n0,2,3,0 2,0 2 4\n1,1,2,1,1 3\n'
        page().contains('4, 1 dead: 3')

        where:
        tree << [true, false]
    }

    def "a prediction has each unit at its knee, and the path"() {
        when:
        run.show('P', Invented.prediction(12, 2)).report()

        then: 'four predictors reach the best loss, three do not come within 10 %'
        records('p')[0] == ['unit', 'predictors', 'loss', 'best-loss', 'strongest-of-x']
        records('p')[1] == ['0', '4', '0.03125', '0.03125', '0 (0.8), 1 (-0.4), 2 (0.2667), 3 (-0.2)']
        records('p-path').size() == 11
        records('p-path')[1] == ['1.0', '0.0', '0.5', '1.0E-8']
    }

    def "patches name the images they are from; a unit that was never active has none"() {
        when:
        run.show('T', Invented.patches(folder.resolve('data'), 'conv1', 7, 2, 5)).report()

        then:
        records('t')[0..1] == [['unit', 'largest-activation', 'images'], ['0', '5.0', '0 1']]
        records('t')[7] == ['6', '', '']
        page().contains('12 of 5x5x3')
        page().contains('7, 1 never active: 6')
    }

    def "similarities of one exhibit are rows of one table, with an empty cell where one does not know what another does"() {
        given:
        var other = run.task(Role.CORRELATION_METRIC, 'cka')

        when:
        run.show('S', [(new Similarity('cka', 0.5d, 10L, 3, 4, [deadX: 1d])): other,
                       (new Similarity('gulp', 0.25d, 10L, 3, 4, [lambda: 2d])): run.tasks[0]]).report()

        then:
        text('s') == 'of,metric,score,samples,units-x,units-y,deadX,lambda\ncka,cka,0.5,10,3,4,1.0,\nmean,gulp,0.25,10,3,4,,2.0\n'
    }

    def "a measure by frequency has a row for each, and a heat map"() {
        given:
        def compared = [[0, 0, 1, 0.9d, 3d], [1, 0, 2, 0.5d, 2d], [-1, 1, 2, 0.25d, 1d], [1, 1, 2, 0.5d, 1d]].collect {
            row, column, weight, score, kept ->
            new FrequencySimilarity.At(new Frequency(row, column, weight), score, [deadX: 0d, keptX: kept])
        }

        when:
        run.show('S', new FrequencySimilarity('svcca', 0.5d, 10L, 3, 4, compared, [new Frequency(0, 1, 2)])).report()

        then:
        text('s') == 'row,column,weight,svcca,deadX,keptX\n0,0,1,0.9,0,3\n1,0,2,0.5,0,2\n-1,1,2,0.25,0,1\n1,1,2,0.5,0,1\n'
        page() =~ '<dt>frequencies</dt>\\s*<dd>4, 1 left out: all units of a side are dead</dd>'
        page() =~ '<dt>svcca</dt>\\s*<dd>0.5</dd>'
    }

    def "what is too large to be shown tells its size"() {
        when:
        run.show('X', new Samples(folder.resolve('x.npy'), 5000L, 24, 25))
        run.show('G', new Gram(Matrix.of(2, 2, 1d, -1d, -1d, 1d), 24)).report()

        then:
        page() =~ '<dt>samples an image</dt>\\s*<dd>25</dd>'
        page() =~ '<dt>units \\(p\\)</dt>\\s*<dd>24</dd>'
    }

    def "a curve has its axis and a column a series"() {
        when:
        run.show('Curve', new Curve('epoch', [1d, 2d], [new Curve.Series('loss', [2.5d, 1.25d])])).report()

        then:
        text('curve') == 'epoch,loss\n1,2.5\n2,1.25\n'
    }

    def "scores are named columns, in their order"() {
        when:
        run.show('Scores', new Scores([loss: 0.5d, accuracy: 0.75d])).report()

        then:
        text('scores') == 'loss,accuracy\n0.5,0.75\n'
    }

    def "canonical correlations come with their scalars beside them"() {
        when:
        run.show('S', new CanonicalCorrelations('svcca', 0.7d, [0.9d, 0.5d], 100L, 5, 4, 1, 0, 3, 2, 10d, 20d)).report()

        then:
        text('s') == 'index,rho\n1,0.9\n2,0.5\n'
        text('s-summary') == 'metric,score,samples,units-x,units-y,kept-x,kept-y,condition-x,condition-y\n' +
                'svcca,0.7,100,5,4,3,2,10.0,20.0\n'
    }

    def "a network has its layers with shapes and numbers of weights"() {
        when:
        run.show('N', Invented.network(Invented.convnet(), 32, 5, 1L)).report()

        then: 'weights and biases: 5*5*3*32+32, ...'
        text('n') == '''layer,kind,output,weights
conv1,convolution 5x5,32x32x32,2432
pool1,max pooling 2x2,16x16x32,0
conv2,convolution 5x5,16x16x64,51264
pool2,max pooling 2x2,8x8x64,0
fc3,dense,1x1x128,524416
fc4,dense,1x1x10,1290
'''
    }

    def "a table is written as it is, commas, quotes and line ends included"() {
        given:
        var rows = [['a,b', 1, true], ['say "x"', 2, false], ['two\nlines', 3, true], ['', 4, true]]

        when:
        run.show('T', new Table(['text', 'number', 'truth'], rows)).report()

        then:
        records('t') == [['text', 'number', 'truth']] + rows*.collect { it.toString() }
    }

    def "several artifacts of one exhibit have numbered files, a single one none"() {
        given:
        var other = run.task(Role.TRAINER, 'sgd', replica: 2)

        when:
        run.show('Training', [(Invented.curve(3, 0.1)): run.tasks[0], (Invented.curve(3, 0.2)): other])
        run.show('Alone', Invented.curve(3, 0.3)).report()

        then:
        ReportSpecification.files(folder, 'tables')*.fileName*.toString() == ['alone.csv', 'training-1.csv', 'training-2.csv']
        ReportSpecification.files(folder, 'figures')*.fileName*.toString() == ['alone.svg', 'plan.svg', 'training.svg']
    }

    private String page() {
        Files.readString(folder.resolve('report.html'))
    }

    private String text(String name) {
        Files.readString(folder.resolve("tables/${name}.csv"))
    }

    private List<List<String>> records(String name) {
        try (var parser = CSVFormat.DEFAULT.parse(Files.newBufferedReader(folder.resolve("tables/${name}.csv"), StandardCharsets.UTF_8))) {
            return parser.records*.toList()
        }
    }
}
