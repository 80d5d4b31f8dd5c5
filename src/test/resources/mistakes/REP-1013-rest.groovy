def images = dataset('synthetic')
def net = train('sdg', images.train)
List<String> names = ['conv1']
def net = train('sgd', images.train, epoch: 3)
int names = 3
show 'Training', net.curv
