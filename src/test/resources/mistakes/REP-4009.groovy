// -P epochs=10 -P epochs=20
def epochs = param('epochs', 10, 'passes')
def images = dataset('synthetic')
show 'Training', train('sgd', images.train, epochs: epochs).curve
