include 'latin/latin.groovy'
show 'Training', train('sgd', dataset('synthetic').train).curve
