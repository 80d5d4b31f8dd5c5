def images = dataset('synthetic')
def net = train('sgd', images.train, epochs: 3,
        epochs: 4)
show 'Training', net.curv
