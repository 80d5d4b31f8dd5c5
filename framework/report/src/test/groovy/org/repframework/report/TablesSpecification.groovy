package org.repframework.report

import org.apache.commons.csv.CSVFormat
import org.repframework.spi.*
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

    def "a matching has unit, partner and correlation"() {
        given:
        var matrix = new CorrelationMatrix('pearson', Matrix.of(2, 2, 0.1d, 0.9d, 0.5d, 0.6d), 10L, [], [])

        when:
        run.show('Match', new Matching('semi', [new Matching.Pair(0, 1, 0.9d), new Matching.Pair(1, 1, 0.6d)], matrix)).report()

        then:
        text('match') == 'unit,partner,correlation\n0,1,0.9\n1,1,0.6\n'
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

    private String text(String name) {
        Files.readString(folder.resolve("tables/${name}.csv"))
    }

    private List<List<String>> records(String name) {
        try (var parser = CSVFormat.DEFAULT.parse(Files.newBufferedReader(folder.resolve("tables/${name}.csv"), StandardCharsets.UTF_8))) {
            return parser.records*.toList()
        }
    }
}
