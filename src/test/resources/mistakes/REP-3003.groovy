def images = dataset('synthetic')
def halves = split('classes', images, a: ['wood', 'wavs'], b: ['house', 'sign'])
show 'Training', train('sgd', halves.A.train).curve
