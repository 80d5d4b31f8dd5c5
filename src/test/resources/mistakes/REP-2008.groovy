def images = dataset('synthetic')
def net = train('sgd', images)
show 'Training', net.curve
show 'Matching', match('bipartite', images)
