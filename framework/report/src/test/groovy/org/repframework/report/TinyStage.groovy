package org.repframework.report

import org.repframework.engine.registry.InstalledPlugin
import org.repframework.engine.registry.InstalledStage
import org.repframework.spi.*

import java.nio.file.Path

/** A stage that is only ever named. */
class TinyStage implements Stage<Record> {
    final String name
    final Role role

    TinyStage(Role role, String name) {
        this.role = role
        this.name = name
    }

    static InstalledStage installed(Role role, String name) {
        new InstalledStage(new TinyStage(role, name), new InstalledPlugin('tiny', '1.0', '', Path.of('plugins/tiny'), ''))
    }

    @Override
    String name() { name }

    @Override
    String summary() { '' }

    @Override
    Class<Record> settings() { NoSettings }

    @Override
    Role role() { role }

    @Override
    Ports<Description> describe(Record settings, Inputs<Description> inputs, Seeds seeds) {
        throw new UnsupportedOperationException()
    }

    @Override
    Ports<Artifact> run(Record settings, Inputs<Artifact> inputs, StageContext context) {
        throw new UnsupportedOperationException()
    }
}
