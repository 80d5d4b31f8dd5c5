['lib/common.groovy'].each { file ->
    include file
}
