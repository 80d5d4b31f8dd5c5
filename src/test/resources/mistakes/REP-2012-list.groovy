def images = dataset('synthetic')
def net = train('sgd', images.train)
def accuracy = evaluate('accuracy', net, images.test)
show 'Accuracy', summarise('table', [row(net: 1, accuracy), accuracy, 3])
