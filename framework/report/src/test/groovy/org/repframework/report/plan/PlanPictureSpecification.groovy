package org.repframework.report.plan

import org.repframework.report.Picture
import org.repframework.report.Run
import org.repframework.spi.Role
import spock.lang.Specification

import java.nio.file.Path

import static org.repframework.engine.run.Outcome.State.*

class PlanPictureSpecification extends Specification {

    /** All pairs of some networks over some layers. */
    static Run study(int networks, int layers) {
        var run = new Run(Path.of('unused'))
        var images = run.task(Role.DATASET_SOURCE, 'synthetic')
        var nets = (1..networks).collect { run.task(Role.TRAINER, 'sgd', of: [images: images], replica: it) }
        var rows = [:]
        for (pair in nets.subsequences().findAll { it.size() == 2 }) {
            for (int layer = 0; layer < layers; layer++) {
                var moments = run.task(Role.ACTIVATION_RECORDER, 'units', of: [x: pair[0], y: pair[1], images: images], state: CACHED)
                var pearson = run.task(Role.CORRELATION_METRIC, 'pearson', of: [moments: moments])
                ['semi', 'bipartite'].each { rows["rows${rows.size()}".toString()] = run.task(Role.MATCHER, it, of: [correlation: pearson]) }
            }
        }
        run.task(Role.SUMMARY, 'mean', of: rows)
        run
    }

    def "a small plan has a node a task"() {
        given:
        var run = study(2, 3)
        var graph = PlanGraph.of(run.tasks)

        expect:
        graph.nodes()*.size() == [1] * run.tasks.size()
    }

    def "a large plan gathers equal tasks, every one in exactly one node, and stays readable"() {
        given:
        var run = study(networks, layers)
        var graph = PlanGraph.of(run.tasks)

        expect:
        run.tasks.size() > 250
        graph.nodes().size() <= 40
        graph.nodes().flatten().sort { it.number() } == run.tasks
        graph.nodes().every { node -> node*.stage()*.title().toUnique().size() == 1 }
        graph.inputs().withIndex().every { sources, node -> sources.every { it < node } }

        where:
        networks | layers
        2        | 70
        6        | 8
    }

    def "a group of tasks may take from what the script asks for behind its first task"() {
        given: 'too many kinds of task for a node each'
        var run = new Run(Path.of('unused'))
        var images = run.task(Role.DATASET_SOURCE, 'synthetic')
        var base = run.task(Role.TRAINER, 'sgd', of: [images: images])
        var initial = run.task(Role.TRANSFER_BUILDER, 'copy-layers', of: [donor: base])
        run.task(Role.TRAINER, 'sgd', of: [from: initial])
        var half = run.task(Role.DATASET_SPLITTER, 'random-classes', of: [dataset: images])
        var few = run.task(Role.DATASET_SPLITTER, 'images-per-class', of: [dataset: half])
        var last = run.task(Role.TRAINER, 'sgd', of: [images: few])
        50.times { last = run.task(Role.SUMMARY, 'table', of: [rows: last]) }

        when:
        var graph = PlanGraph.of(run.tasks)

        then:
        graph.nodes().any { it.size() == 2 && it*.id() == ['train-4', 'train-7'] }
        graph.inputs().withIndex().every { sources, node -> sources.every { it < node } }
        new PlanPicture(run.tasks, run.outcomes.collect { Mark.of(it) }).draw('plan').contains('train')
    }

    def "no two nodes overlap, and every edge runs forward"() {
        given:
        var run = study(3, 2)
        var layout = new LayeredLayout(PlanGraph.of(run.tasks).inputs(), 44, 12)
        var nodes = (0..<run.tasks.size()).collect { layout.of(it) }

        expect:
        nodes.groupBy { it.layer }.values().every { layer ->
            var heights = layer*.y.sort()
            (1..<heights.size()).every { heights[it] - heights[it - 1] >= 44 + 12 - 1e-6 }
        }
        layout.routes().every { route -> (1..<route.size()).every { route[it].layer == route[it - 1].layer + 1 } }
        nodes*.y.min() >= 22 - 1e-9
        layout.height() >= nodes*.y.max() + 22 - 1e-9
    }

    def "the picture tells each node's state and wording"() {
        given:
        var run = new Run(Path.of('unused'))
        var images = run.task(Role.DATASET_SOURCE, 'synthetic', id: 'dataset-1', state: CACHED)
        run.task(Role.TRAINER, 'sgd', of: [images: images], id: 'train-1', state: FAILED,
                call: 'train sgd, network: convnet, epochs: 100, learningRate: 10.0')
        var titles = new Picture(new PlanPicture(run.tasks, run.outcomes.collect { Mark.of(it) }).draw('plan')).all('title')*.textContent

        expect:
        titles.contains('dataset-1: dataset synthetic (1 cached)')
        titles.contains('train-1: train sgd, network: convnet, epochs: 100, learningRate: 10.0 (1 failed)')
    }
}
