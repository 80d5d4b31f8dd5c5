package org.repframework.engine.store;

import java.io.IOException;
import java.nio.file.Path;

/** Takes the files that belong to an artifact. */
public interface ObjectSink {

    /** @return the object's name: the hash of its bytes and the extension */
    String add(byte[] content, String extension) throws IOException;

    /** The same for a file, which is left where it is. */
    String add(Path file, String extension) throws IOException;
}
