def epochs = param('epochs', 0, 'passes', min: 1)
def images = dataset('synthetic')
show 'Training', train('sgd', images.train, epochs: epochs).curve
