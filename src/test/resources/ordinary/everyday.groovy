// ordinary Groovy
import java.nio.file.Path
import static java.lang.Math.max
def epochs = param('epochs', 3, 'passes')
def rates = param('rates', [0.1, 0.01], 'rates')
def images = dataset('synthetic', train: 200, test: 80, classes: 4)
def settings = [epochs: epochs, batch: 32]
def (a, b) = [1, 2].collect { train('sgd', images.train, network: 'mlp', *: settings, replica: it) }
def nets = (1..3).collect { train('sgd', images.train, network: 'mlp', epochs: epochs, replica: it) }
def pairs = [0..<3, 0..<3].combinations().findAll { i, j -> i < j }
def label(x) { "net $x" }
def pick(list, n) { list[n] }
int total = nets.size()
String joined = nets.indices.collect { label(it) }.join(', ')
def train2 = { images2, Map more = [:] -> train('sgd', images2.train, *: more, network: 'mlp') }
def extra = train2(images, [epochs: 2])
def extra2 = train2(images)
counter = 0
counter++
def map = [a: 1, 'b': 2]
map.c = map.a + map['b']
map.each { k, v -> counter += v }
def names = ['fc1', 'fc2'] as Set
names.each { layer ->
    def units = nets.collect { record('units', it, images.test, layer: layer) }
    for (pair in pairs) {
        def (i, j) = pair
        def acts = [units[i], units[j]]
        def between = correlate('pearson', *acts)
        show "Between $layer $i $j", between
        def matching = match(j == 1 ? 'bipartite' : 'semi', between)
        show "Matching ${layer} ${i}-${j}", matching
    }
}
def rows = nets.withIndex(1).collect { net, n -> row(network: n, evaluate('accuracy', net, images.test)) }
rows += row(network: 'a', evaluate('accuracy', a, images.test))
rows << row(network: 'b', evaluate('accuracy', b, images.test))
rows.addAll([extra, extra2].collect { row(network: "extra", evaluate('accuracy', it, images.test)) })
show 'Accuracy', summarise('table', rows)
nets.first().with {
    show 'Curve', curve
}
images.with { show 'Direct', train('sgd', train, network: 'mlp', replica: 9).curve }
def text = """
  multi ${max(1, 2)} ${epochs > 2 ? 'many' : 'few'}
""".stripIndent().trim()
println "$joined ${text.size()} ${total}" == '' ? '' : ''
switch (epochs) { case 1: println 'one'; break; default: break }
try { Integer.parseInt('x') } catch (NumberFormatException e) { counter = 0 }
def sweep = [lr: [0.1, 0.01], seed: [1, 2]]
[sweep.lr, sweep.seed].combinations { lr, seed ->
    show "Sweep $lr $seed", train('sgd', images.train, network: 'mlp', learningRate: lr, replica: seed).curve
}
def nothing = null
def safe = nothing?.foo?.bar ?: 'none'
def stage = 'sgd'
def opts = [network: 'mlp', epochs: 1]
def dyn = train(opts, stage, images.train)
show 'Dyn', dyn.curve
def halves = split('random-classes', images)
def parts = ['A', 'B'].collectEntries { [it, halves."$it"] }
parts.each { name, half -> show "Half $name", train('sgd', half.train, network: 'mlp', replica: 20).curve }
def fact
fact = { n -> n <= 1 ? 1 : n * fact(n - 1) }
assert fact(5) == 120
def memo = { x -> x * 2 }.memoize()
assert [1, 2]*.toString() == ['1', '2'] && memo(2) == 4
class Point { int x; int y; Point plus(Point o) { new Point(x: x + o.x, y: y + o.y) } }
assert (new Point(x: 1, y: 2) + new Point(x: 1, y: 2)).x == 2
enum Kind { ONE, TWO }
Kind.values().each { kind -> assert kind.name() }
def list = [3, 1, 2].sort { -it }.take(2).inject(0) { s, x -> s + x }
def curried = { p, q -> p + q }.curry(1)
assert curried(2) == 3
def (x, y, z) = 'a-b-c'.split('-')
String w = x; long big = 3; double half = 0.5; float f = 1; List<String> strings = ["a$x"]
def when = new Date(0).time
File file = new File('/tmp')
def cond = file.exists() ? dataset('synthetic', classes: 4) : null
show 'Cond', evaluate('accuracy', a, cond.test)
show 'Cond2', evaluate('accuracy', b, (cond ?: images).test)
nets*.curve.eachWithIndex { c, n -> show "C$n", c }
def closures = [one: { train('sgd', images.train, network: 'mlp', replica: 31) }]
show 'Closures', closures.one().curve
show 'Closures2', closures['one']().curve
for (int n = 0; n < 2; n++) { counter += n }
while (counter > 100) { counter-- }
def lambda = (v) -> v + 1
assert lambda(1) == 2
def ref = String::valueOf
assert ref(1) == '1'
