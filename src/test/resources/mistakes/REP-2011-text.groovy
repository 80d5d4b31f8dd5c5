def images = dataset('synthetic')
def halves = split('random-classes', images, replica: 'zwei')
show 'Training', train('sgd', halves.A.train).curve
