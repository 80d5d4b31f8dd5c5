def images = dataset('synthetic')
[1].each { throw new Error('mine') }
