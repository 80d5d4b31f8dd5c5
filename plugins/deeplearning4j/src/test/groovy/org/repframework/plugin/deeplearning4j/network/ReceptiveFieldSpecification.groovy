package org.repframework.plugin.deeplearning4j.network

import org.repframework.plugin.deeplearning4j.model.Architectures
import org.repframework.spi.Architecture
import org.repframework.spi.ImageShape
import org.repframework.spi.Layer
import org.repframework.spi.Layer.Activation
import org.repframework.spi.Layer.Padding
import spock.lang.Specification

class ReceptiveFieldSpecification extends Specification {

    static final CIFAR = new ImageShape(32, 32, 3)

    def "#layer of #network reads #size pixels, #stride apart, from #start on"() {
        given:
        def architecture = Architectures.named(network, new ImageShape(edge, edge, 3), 10)

        expect:
        ReceptiveField.vertical(architecture, layer) == new ReceptiveField(size, stride, start)
        ReceptiveField.horizontal(architecture, layer) == new ReceptiveField(size, stride, start)

        where: 'by hand; those of AlexNet are widely known'
        network   | edge | layer   || size | stride | start
        'convnet' | 32   | 'conv1' || 3    | 1      | -1
        'convnet' | 32   | 'pool1' || 4    | 2      | -1
        'convnet' | 32   | 'conv2' || 8    | 2      | -3
        'convnet' | 32   | 'pool2' || 10   | 4      | -3
        'convnet' | 32   | 'conv3' || 18   | 4      | -7
        'convnet' | 32   | 'conv5' || 34   | 4      | -15
        'convnet' | 32   | 'fc6'   || 32   | 0      | 0
        'convnet' | 32   | 'fc8'   || 32   | 0      | 0
        'alexnet' | 227  | 'conv1' || 11   | 4      | 0
        'alexnet' | 227  | 'conv2' || 51   | 8      | -16
        'alexnet' | 227  | 'conv3' || 99   | 16     | -32
        'alexnet' | 227  | 'pool5' || 195  | 32     | -64
        'mlp'     | 32   | 'fc1'   || 32   | 0      | 0
    }

    def "a pixel matters to the positions whose field has it, and to no other"() {
        given: 'a network of positive weights, so that nothing cancels, and images that are not square'
        def architecture = new Architecture('tried', new ImageShape(17, 14, 1), [
            new Layer.Convolution('one', 1, 3, 2, Padding.SAME, Activation.RELU),
            new Layer.MaxPooling('two', 3, 2),
            new Layer.Convolution('three', 1, 2, 1, Padding.SAME, Activation.IDENTITY),
            new Layer.Dense('logits', 2, Activation.IDENTITY)
        ])

        expect:
        [[ReceptiveField.vertical(architecture, layer), 17], [ReceptiveField.horizontal(architecture, layer), 14]].every { field, extent ->
            def reads = read(architecture, layer, extent)
            (0..<reads.size()).every { position ->
                def first = field.first(position)
                reads[position] == (0..<extent).findAll { first <= it && it < first + field.size() } as Set
            }
        }

        where:
        layer << ['one', 'two', 'three', 'logits']
    }

    // which pixels reach each position along one axis, window by window
    private static List<Set<Integer>> read(Architecture architecture, String layer, int extent) {
        List<Set<Integer>> reads = (0..<extent).collect { [it] as Set }
        for (one in architecture.layers().take(architecture.indexOf(layer) + 1)) {
            def below = reads
            if (one instanceof Layer.Dense) {
                reads = [below.sum() as Set]
            } else {
                def pooling = one instanceof Layer.MaxPooling
                int size = pooling ? one.size() : one.kernel()
                boolean same = !pooling && one.padding() == Padding.SAME
                int positions = same ? (below.size() + one.stride() - 1).intdiv(one.stride()) : (below.size() - size).intdiv(one.stride()) + 1
                int padding = same ? Math.max(0, (positions - 1) * one.stride() + size - below.size()) : 0
                reads = (0..<positions).collect { position ->
                    int first = position * one.stride() - padding.intdiv(2)
                    (first..<first + size).findAll { 0 <= it && it < below.size() }.collectMany { below[it] } as Set
                }
            }
        }
        reads
    }
}
