def images = dataset('synthetic')
def a = ['wood', 'wavs']
def halves = split('classes', images, a: a, b: ['house', 'sign'])
show 'Training', train('sgd', halves.A.train).curve
