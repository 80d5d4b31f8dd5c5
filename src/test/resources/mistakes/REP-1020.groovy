include 'lib/comon.groovy'
