package org.repframework

import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit

/** The built distribution, used as a user would: through its start script, in a folder of the user's. */
class Distribution {

    final Path home

    Distribution(Path home) {
        this.home = home
    }

    static Distribution built() {
        new Distribution(Path.of(System.getProperty('rep.distribution')))
    }

    static Path root() {
        Path.of(System.getProperty('rep.root'))
    }

    /** What a command printed and how it ended. */
    static class Result {
        int exit
        String out
        String err

        @Override
        String toString() {
            "exit $exit\n$out\n$err"
        }
    }

    /** A copy that a specification may change: plugins copied, the rest linked or copied. */
    Distribution copy(Path target) {
        Files.createDirectories(target.resolve('plugins'))
        ['bin', 'workflows'].each { copyFolder(home.resolve(it), target.resolve(it)) }
        ['lib', 'repository'].each { Files.createSymbolicLink(target.resolve(it), home.resolve(it)) }
        copyFolder(home.resolve('plugins'), target.resolve('plugins'))
        Files.deleteIfExists(target.resolve('plugins/.catalogue')) // as if it had never been started
        return new Distribution(target)
    }

    static void copyFolder(Path from, Path to) {
        Files.walk(from).withCloseable { files ->
            files.forEach { file ->
                def copied = to.resolve(from.relativize(file).toString())
                Files.isDirectory(file) ? Files.createDirectories(copied) : Files.copy(file, copied)
            }
        }
    }

    Process start(Path folder, List<String> arguments) {
        def builder = new ProcessBuilder([home.resolve('bin/rep-framework').toString()] + arguments*.toString())
        builder.directory(folder.toFile())
        builder.redirectOutput(folder.resolve('out.txt').toFile())
        builder.redirectError(folder.resolve('err.txt').toFile())
        return builder.start()
    }

    Result run(Path folder, Object... arguments) {
        def process = start(folder, arguments*.toString())
        if (!process.waitFor(300, TimeUnit.SECONDS)) {
            process.descendants().forEach { it.destroyForcibly() }
            process.destroyForcibly().waitFor()
        }
        return new Result(exit: process.exitValue(), out: Files.readString(folder.resolve('out.txt')),
                err: Files.readString(folder.resolve('err.txt')))
    }
}
