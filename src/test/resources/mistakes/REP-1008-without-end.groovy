def learn
learn = { n ->
    learn(n + 1)
}
[1].each {
    learn(1)
}
