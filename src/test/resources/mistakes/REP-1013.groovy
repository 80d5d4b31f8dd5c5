def images = dataset('synthetic')
def net = train('sgd', images.train)
def net = train('sgd', images.train, replica: 2)
