Pth path = null
def images = dataset('synthetc')
def sizes = new TreeMp([a: 1])
def net = train('sgd', dataset('synthetic').train, epoch: 3)
List<Strng> names = ['conv1', 'conv9']
for (name in names) {
    show "Within $name", correlate('pearson', record('units', net, images.test, layer: name))
}
