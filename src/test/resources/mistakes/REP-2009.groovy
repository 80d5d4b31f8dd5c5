def images = dataset('synthetic')
def net = train('sgd', images.train)
show 'Accuracy', evaluate('accuracy', net)
