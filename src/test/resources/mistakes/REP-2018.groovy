def images = dataset('synthetic')
def net = train('sgd', images.train)
def table = summarise('table', [row(net: 1, evaluate('accuracy', net, images.test))])
plot 'Accuracy', table, x: 'net', y: 'accuracy', serie: 'net'
