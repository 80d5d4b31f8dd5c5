// -P epochs=0
def epochs = param('epochs', 10, 'passes', min: 1, max: 1000)
def images = dataset('synthetic')
show 'Training', train('sgd', images.train, epochs: epochs).curve
