package org.repframework.plugin.deeplearning4j

import java.nio.file.Files
import java.nio.file.Path
import org.repframework.spi.StageContext

/** A stage's world in a specification: remembers what it was told, and interrupts when asked to. */
class TestContext implements StageContext {

    final Path scratch
    final int replica
    final notes = []
    final purposes = []
    final progress = []
    final warnings = []
    final warnedResults = []
    boolean warningsExpected = false
    int checksBeforeInterruption = Integer.MAX_VALUE

    TestContext(Path folder, int replica = 1, Path scratch = Files.createTempDirectory(folder, 'scratch')) {
        this.scratch = scratch
        this.replica = replica
    }

    @Override
    long seed(String purpose) {
        purposes << purpose
        purpose.hashCode() * 31L + replica
    }

    @Override
    int threads() {
        1
    }

    @Override
    Path scratch() {
        scratch
    }

    @Override
    void progress(long done, long total, String unit) {
        progress << [done, total, unit]
    }

    @Override
    void note(String text) {
        notes << text
    }

    @Override
    void warn(String text) {
        assert warningsExpected: "unexpected warning: $text"
        warnings << text
    }

    @Override
    void warn(int result, String text) {
        warnedResults << result
        warn(text)
    }

    @Override
    void checkInterrupted() {
        if (checksBeforeInterruption-- <= 0) {
            throw new InterruptedException('the specification says so')
        }
    }
}
