show 'Training', train('sgd', dataset('image-folder', path: 'images/cifar10.zip').train).curve
