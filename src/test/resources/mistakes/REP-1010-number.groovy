def images = dataset('synthetic')
def show = 3
show 'Training', train('sgd', images.train).curve
