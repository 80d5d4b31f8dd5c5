def name = 'conv1'
if (name.isEmpty()) {
    println name.lenght()
}
