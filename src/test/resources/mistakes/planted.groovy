// thirty-odd mistakes
def images = dataset('synthetic', clases: 4)
def pictures = dataset('synthetic')
def net = train('sgd', pictures.train, epochs: 0)
def other = trian('sgd', pictures.train)
def third = train('sdg', pictures.train)
def good = train('sgd', pictures.train, replica: 0)
def right = train('sgd', pictures.train)
if (pictures == null) {
    match('bipartite', pictures)
    train('sgd', pictures)
    match('semi', pictures, direktion: 'y')
    record('units', right, pictures.test)
    show 'Never', pictures.tset
    correlat('pearson', right, right)
}
def never = { n ->
    def units = record('units', right, pictures.tets, layer: "conv$n")
    [1, 2].each { k ->
        transfer('copy-layers', right)
        evaluate('acuracy', right, pictures.test)
        undeclared + k
    }
}
def unused(x) {
    train('sgd', x, learningRate: 'fast', schedule: 'cosine')
    dataset('synthetic', train: 10, 5)
    right
}
for (layer in ['conv1', 'conv9']) {
    def units = record('units', right, pictures.test,
        layer: layer)
    show "Within $layer", correlate('pearson', units, units)
}
(1..3).each { replica ->
    show 'Curve', train('sgd', pictures.train, replica: replica, momentum: 1.5).curve
}
def later = {
    int number = 'many'
    'abc'.lenght()
}
def halves = split('random-classes', pictures)
train('sgd', halves.C.train)
def sums = record('units', right, pictures.test, layer: 'fc7', reading: 'summ')
def elsewhere = record('units', right, pictures.train, layer: 'fc7')
def here = record('units', right, pictures.test, layer: 'fc7')
show 'Elsewhere', correlate('pearson', elsewhere, here)
show 'Files', dataset('image-folder', path: 'images/cifar1O.zip')
summarise('table', [row(net: 1, right)])
evaluate('accuracy', right, pictures.test)
plot 'Table', right.curve, x: 'a', y: 'b'
show right
images.foo
train(right)
train('sgd', pictures.train, replica: 99)
