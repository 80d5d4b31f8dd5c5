// functions that several workflows share
def matching(a, b) {
    match('semi', correlate('pearson', a, b), direktion: 'y')
}
