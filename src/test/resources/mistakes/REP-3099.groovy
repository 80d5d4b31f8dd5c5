def images = dataset('synthetic')
def base = train('sgd', images.train)
def initial = transfer('copy-layers', base, images.train, layers: 20)
show 'Training', train('sgd', images.train, from: initial).curve
