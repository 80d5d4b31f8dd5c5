def images = dataset('synthetic')
def net = train('sgd', imags.train)
show 'Training', net.curve
