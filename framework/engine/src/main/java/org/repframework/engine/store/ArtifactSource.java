package org.repframework.engine.store;

import java.io.IOException;
import org.repframework.spi.Artifact;

/** Where a worker gets its inputs. */
@FunctionalInterface
public interface ArtifactSource {

    /** @throws IOException if the store has no such task, or its files are not what its record says */
    Artifact read(String key, String port) throws IOException;
}
