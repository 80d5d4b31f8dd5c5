def images = dataset('synthetic')
def net = train('sdg', images.train)
show 'Training', net.curve
