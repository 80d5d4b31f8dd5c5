def images = dataset('synthetic')
def net = train('sgd', images.train)
def rows = [row(net: 1, pair: 1, evaluate('accuracy', net, images.test))]
plot 'Accuracy', summarise('mean', rows, over: ['pair'], score: 'accuracy'), x: 'nett', y: 'accuracy'
