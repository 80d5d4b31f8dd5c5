// --params ten.yaml
def epochs = param('epochs', 10, 'passes')
def images = dataset('synthetic')
show 'Training', train('sgd', images.train, epochs: epochs).curve
