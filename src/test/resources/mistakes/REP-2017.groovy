def images = dataset('synthetic')
def net = train('sgd', images.train)
def table = summarise('table', [row(net: 1, evaluate('accuracy', net, images.test))])
plot 'Curve', net.curve, x: 'epoch', y: 'loss'
plot 'Accuracy', table, x: 'net'
