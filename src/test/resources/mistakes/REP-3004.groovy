show 'Training', train('sgd', dataset('image-folder', path: 'images/cifar1O.zip').train).curve
