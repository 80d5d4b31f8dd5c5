// trickier ordinary Groovy
import groovy.transform.Field
@Field def shared = 5
def images = dataset('synthetic', train: 200, test: 80, classes: 4)
def use = { shared + 1 }
assert use() == 6
def learn(Map more = [:], part) { train('sgd', part, network: 'mlp', *: more) }
def typed(int n) { (1..n).collect { it * 2 } }
def net = learn(images.train, epochs: 1)
show 'Curve', net.curve
def first(list) { list.find { it > 1 } }
assert first([1, 2]) == 2 && typed(2) == [2, 4]
def units = ['fc1', 'fc2'].collectEntries { [(it): record('units', net, images.test, layer: it)] }
units.each { layer, recording -> show "Within $layer", correlate('pearson', recording, recording) }
def pairs = [['fc1', 'fc2'], ['fc2', 'fc1']]
for (p in pairs) { def (l, r) = p; show "Pair $l-$r", correlate('pearson', units[l], units[r]) }
def matrix = (1..2).collectMany { i -> (1..2).collect { j -> [i, j] } }
def grouped = matrix.groupBy { it[0] }
grouped.each { k, v -> v.each { pair -> assert pair[0] == k } }
def sb = new StringBuilder()
sb << 'a' << 1
assert sb.toString() == 'a1'
def config = [net: [layers: ['fc1'], rate: 0.1]]
def rate = config.net.rate
show 'Rate', train('sgd', images.train, network: 'mlp', learningRate: rate, replica: 3).curve
config.net.layers.each { layer -> show "Config $layer", correlate('pearson', units[layer], units[layer]) }
def half = rate / 2
show 'Half', train('sgd', images.train, network: 'mlp', learningRate: half as double, replica: 4).curve
Map<String, Object> opts = [epochs: 1]
show 'Opts', train(opts, 'sgd', images.train, network: 'mlp', replica: 5).curve
def regex = 'conv12' =~ /\d+/
assert regex.find() && regex.group() == '12'
def n = 'conv12' - 'conv' as int
assert n == 12
def ranges = ('a'..'c').join('') + (0..<3).step(2).size()
def t = true ? images : null
show 'T', evaluate('accuracy', net, t.test)
def compose = { it + 1 } >> { it * 2 }
assert compose(1) == 4
def r = images.test
[r, r].unique().each { show 'Acc', evaluate('accuracy', net, it) }
def out2 = new StringWriter()
out2.withWriter { it.write('x') }
def spec = { -> show 'Spec', summarise('table', [row(a: 1, evaluate('accuracy', net, images.test))]) }
spec()
interface Shape { int area() }
def sq = { 4 } as Shape
assert sq.area() == 4
def label = switch (n) { case 12 -> 'twelve'; default -> 'other' }
assert label == 'twelve'
var inferred = [1, 2, 3].stream().map { it + 1 }.toList()
assert inferred == [2, 3, 4]
def nested = [[a: 1], [a: 2]]*.a.sum()
String title = "n = ${nested}"
title.each { ch -> assert ch.size() == 1 }
def multi = 'a'; def multi2 = multi?.toUpperCase()?.padLeft(3)
def date = java.time.Duration.ofSeconds(3).toMillis()
def random = new Random(1).nextInt(3)
def sorted = [b: 1, a: 2].sort { e1, e2 -> e1.key <=> e2.key }*.key
assert sorted == ['a', 'b']
def thing = [run: { x -> x + 1 }]
assert thing.run(2) == 3
def (List xs, Map ys) = [[1], [a: 1]]
assert xs.size() == 1 && ys.size() == 1
boolean flag = images as boolean
if (net && !flag == false) { show 'Net', net }
label: for (i in 1..3) { if (i == 2) continue label }
def tuple = new Tuple2('a', 1)
def (s1, i1) = tuple
assert s1 == 'a'
images.tap { show 'Tap', evaluate('accuracy', net, test) }
def halves = split('random-classes', images)
['A', 'B'].each { h -> show "Half $h", train('sgd', halves[h].train, network: 'mlp', replica: 7).curve }
net.layers.findAll { it.startsWith('fc') }.each { layer -> assert layer.size() == 3 }
assert images.train.count == 200 && images.classNames.size() == images.test.classNames.size()
images.train.classNames.eachWithIndex { name, k -> assert name.toUpperCase() && k >= 0 }
for (part in [images.train, halves.A.train]) { assert part.count > 0 }
