// Do two small networks that differ in their initial weights have like units?
def images = dataset('synthetic', train: 200, test: 80, classes: 4)
def nets = [1, 2].collect { train('sgd', images.train, network: 'mlp', epochs: 1, replica: it) }
def units = nets.collect { record('units', it, images.test, layer: 'fc2') }

show 'A network and itself', correlate('{{name}}', units[0], units[0])
show 'Two networks', correlate('{{name}}', units[0], units[1])
