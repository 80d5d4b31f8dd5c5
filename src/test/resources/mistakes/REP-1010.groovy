def images = dataset('synthetic')
def split = split('random-classes', images)
def other = split('random-classes', images, replica: 2)
show 'Training', train('sgd', split.A.train).curve
